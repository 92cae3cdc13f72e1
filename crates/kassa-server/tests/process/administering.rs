//! `kassa-server account`, `key` and `origin`, beside a server that serves.

use reqwest::Method;
use serde_json::{Value, json};

use crate::client::Client;
use crate::program::{Place, Said};

/// Runs a command that has to work; what it printed.
fn done(place: &Place, arguments: &[&str]) -> String {
    let said = place.run(arguments);
    assert_eq!(said.code, Some(0), "{arguments:?}: {}", said.err);
    said.out
}

fn refused(place: &Place, arguments: &[&str]) -> String {
    let Said { code, out, err } = place.run(arguments);
    assert_eq!((code, out.as_str()), (Some(1), ""), "{arguments:?}: {err}");
    assert_eq!(err.lines().count(), 1, "{err}");
    err
}

/// The account's first key.
fn add_account(place: &Place, name: &str) -> (String, String) {
    let line = done(place, &["account", "add", name, "--json"]);
    let made: Value = serde_json::from_str(&line).unwrap();
    let text = |field: &str| made[field].as_str().unwrap().to_owned();
    (text("id"), text("api_key"))
}

#[tokio::test]
async fn a_key_opens_as_soon_as_it_is_made_and_nothing_once_it_is_revoked() {
    let place = Place::new();
    let server = place.serve(&[]);
    let address = server.address();
    let (account, administrator) = add_account(&place, "Kite Shop");
    let answer = Client::of(&address, &administrator)
        .read("/api/orders")
        .await;
    assert_eq!(answer["data"], json!([]));
    let added = place.run(&["key", "add", "Till", "--scopes", "read,sessions"]);
    assert_eq!(added.code, Some(0), "{}", added.err);
    let key = added.out.trim_end();
    assert!(key.starts_with("sk_") && key.len() == 35, "{key}");
    assert!(
        !added.err.contains("sk_"),
        "the key is printed once: {}",
        added.err
    );
    let till = Client::of(&address, key);
    till.read("/api/orders").await;
    let order =
        json!({ "number": "1", "country": "ES", "amount": { "amount": 1, "currency": "EUR" } });
    let (status, _) = till.merchant(Method::POST, "/api/orders", &order).await;
    assert_eq!(status, 403, "the key may not do more than it was made for");
    let listed = done(&place, &["key", "list", "--json"]);
    assert!(!listed.contains(key) && !listed.contains(&administrator));
    let listed: Value = serde_json::from_str(&listed).unwrap();
    assert_eq!(listed[1]["scopes"], json!(["read", "sessions"]));
    assert!(listed[1]["last_used_at"].is_string());
    let id = listed[1]["id"].as_str().unwrap();
    done(&place, &["key", "revoke", id, "--account", &account]);
    let (status, _) = till
        .merchant(Method::GET, "/api/orders", &Value::Null)
        .await;
    assert_eq!(status, 401);
    let again = refused(&place, &["key", "revoke", id]);
    assert!(again.contains("has no key"), "{again}");
}

#[test]
fn an_account_is_found_by_its_name_or_its_id_and_never_guessed() {
    let place = Place::new();
    let none = refused(&place, &["account", "list"]);
    assert!(none.contains("there is no such file"), "{none}");
    assert!(!place.path("kassa.db").exists());
    let (first, _) = add_account(&place, "Kite Shop");
    done(&place, &["key", "list"]);
    add_account(&place, "Harbour Hospital");
    let which = refused(&place, &["key", "list"]);
    assert!(which.contains("say which with --account"), "{which}");
    done(&place, &["key", "list", "--account", "Kite Shop"]);
    done(&place, &["account", "rename", "Kite Shop", "Kites & more"]);
    let shown = done(&place, &["account", "show", &first]);
    assert!(shown.contains("Kites & more"), "{shown}");
    let gone = refused(&place, &["key", "list", "--account", "Kite Shop"]);
    assert!(gone.contains("there is no account `Kite Shop`"), "{gone}");
    let usage = place.run(&["account", "add", " "]);
    assert_eq!(usage.code, Some(2), "{}", usage.err);
}

#[test]
fn an_origin_is_added_once_and_removed() {
    let place = Place::new();
    add_account(&place, "Kite Shop");
    for origin in [
        "https://kites.example",
        "https://www.kites.example",
        "https://kites.example",
    ] {
        done(&place, &["origin", "add", origin]);
    }
    let both = "https://kites.example\nhttps://www.kites.example\n";
    assert_eq!(done(&place, &["origin", "list"]), both);
    done(&place, &["origin", "remove", "https://kites.example"]);
    assert_eq!(
        done(&place, &["origin", "list"]),
        "https://www.kites.example\n"
    );
    let gone = refused(&place, &["origin", "remove", "https://kites.example"]);
    assert!(gone.contains("has no origin"), "{gone}");
}

fn with<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&["account", "brand", "Kite Shop"], more].concat()
}

#[test]
fn an_accounts_brand_is_said_bit_by_bit_and_forgotten() {
    let place = Place::new();
    add_account(&place, "Kite Shop");
    let logo = place.path("kite.svg");
    std::fs::write(&logo, "<svg xmlns='http://www.w3.org/2000/svg'/>").unwrap();
    let said = place.run(&with(&["--accent", "#ffff66", "--radius", "12"]));
    assert!(
        said.out.contains("accent  #ffff66\nradius  12\n"),
        "{}",
        said.out
    );
    assert!(said.err.contains("on light pages"), "{}", said.err);
    done(
        &place,
        &with(&["--mode", "dark", "--logo", logo.to_str().unwrap()]),
    );
    let line = done(&place, &with(&["--json"]));
    let now: Value = serde_json::from_str(&line).unwrap();
    assert_eq!(
        (&now["accent"], &now["radius"]),
        (&json!("#ffff66"), &json!(12))
    );
    assert_eq!(
        (&now["accent_dark"], &now["mode"]),
        (&json!("#ffff66"), &json!("dark"))
    );
    assert!(now["logo"].as_str().unwrap().contains(".svg"), "{now}");
    let cleared = done(&place, &with(&["--clear"]));
    assert_eq!(cleared.matches("not said").count(), 4, "{cleared}");
}

#[test]
fn what_cannot_be_a_brand_is_refused_and_nothing_is_changed() {
    let place = Place::new();
    add_account(&place, "Kite Shop");
    for wrong in [["--accent", "red"], ["--radius", "25"], ["--mode", "dim"]] {
        let said = place.run(&["account", "brand", "Kite Shop", wrong[0], wrong[1]]);
        assert_eq!(said.code, Some(2), "{wrong:?}: {}", said.err);
    }
    let file = place.path("kite.gif");
    std::fs::write(&file, "GIF89a").unwrap();
    for (file, why) in [
        (&file, "is a PNG, an SVG or a WebP"),
        (&place.path("none"), "cannot be read"),
    ] {
        let file = file.to_str().unwrap();
        let line = refused(
            &place,
            &[
                "account",
                "brand",
                "Kite Shop",
                "--logo",
                file,
                "--radius",
                "1",
            ],
        );
        assert!(line.contains(why), "{line}");
    }
    let still = done(&place, &["account", "brand", "Kite Shop"]);
    assert_eq!(still.matches("not said").count(), 4, "{still}");
}
