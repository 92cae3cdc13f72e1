//! A payer reads, corrects and confirms their information.

use axum::body::Body;
use axum::http::Request;
use kassa_server::words::{Locale, Words};
use serde_json::{Value, json};

use crate::support::{Reply, TestApp, payer};

#[tokio::test]
async fn a_payer_sees_their_information_and_confirms_it() {
    let app = TestApp::new().await;
    let id = app.session_for("2026-04417").await;
    let answer = app.get(&format!("/api/checkout/{id}")).await;
    assert_eq!(answer.header("etag"), "\"1\"");
    assert_eq!(answer.header("cache-control"), "no-store");
    let view = answer.ok();
    assert_eq!(view["state"], "open");
    assert_eq!(view["problems"], json!([]));
    assert_eq!(view["origins"], json!(["https://shop.example"]));

    let answer = app.put_payer(&id, 1, &json!({ "payer": payer() })).await;
    assert_eq!(answer.ok()["state"], "confirmed");
    assert_eq!(answer.header("etag"), "\"2\"");
    assert_eq!(
        app.happened(&id).await,
        ["session.created", "session.confirmed"]
    );
}

#[tokio::test]
async fn what_was_confirmed_can_be_changed_until_it_is_paid() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    let mut changed = payer();
    changed["first_name"] = json!("  أمينة 🎓 ");
    let version = app.view(&id).await["version"].as_u64().unwrap();
    let view = app
        .put_payer(&id, version, &json!({ "payer": changed }))
        .await
        .ok();
    assert_eq!(view["state"], "confirmed");
    assert_eq!(view["payer"]["first_name"], "أمينة 🎓");
    let paid = app.pay(&id, "a").await.ok();
    let version = paid["version"].as_u64().unwrap();
    let answer = app
        .put_payer(&id, version, &json!({ "payer": payer() }))
        .await;
    answer.is_problem(409, "session_complete");
}

#[tokio::test]
async fn wrong_information_is_told_field_by_field_and_nothing_is_written() {
    let app = TestApp::new().await;
    let id = app.session_for("2026-04417").await;
    let before = app.view(&id).await;
    let mut wrong = payer();
    wrong["email"] = json!("amina@");
    wrong["city"] = json!("");
    wrong["address"] = json!("a\u{0}b");
    wrong["country"] = json!("XX");
    wrong["fields.student_id"] = json!("x".repeat(500));
    let answer = app.put_payer(&id, 1, &json!({ "payer": wrong })).await;
    answer.is_problem(422, "invalid_payer");
    answer
        .blames("payer.email", "invalid_email")
        .blames("payer.city", "required");
    answer
        .blames("payer.address", "invalid_characters")
        .blames("payer.country", "unknown_option");
    answer.blames("payer.fields.student_id", "too_long");
    assert!(
        !answer.text.contains("amina@"),
        "what was typed is not repeated"
    );
    assert_eq!(app.view(&id).await, before);
}

#[tokio::test]
async fn two_windows_do_not_overwrite_each_other() {
    let app = TestApp::new().await;
    let id = app.session_for("2026-04417").await;
    let body = json!({ "payer": payer() });
    let (first, second) = tokio::join!(app.put_payer(&id, 1, &body), app.put_payer(&id, 1, &body));
    let mut statuses = [first.status.as_u16(), second.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 412]);
    app.put_payer(&id, 1, &body)
        .await
        .is_problem(412, "version_stale");
    app.put_payer(&id, 99, &body)
        .await
        .is_problem(412, "version_stale");
}

#[tokio::test]
async fn a_version_has_to_be_named() {
    let app = TestApp::new().await;
    let id = app.session_for("2026-04417").await;
    let put = |version: Option<&str>| {
        let mut request = Request::put(format!("/api/checkout/{id}/payer"))
            .header("content-type", "application/json");
        if let Some(version) = version {
            request = request.header("if-match", version);
        }
        request
            .body(Body::from(json!({ "payer": payer() }).to_string()))
            .unwrap()
    };
    app.send(put(None))
        .await
        .is_problem(428, "version_required");
    for malformed in [
        "1",
        "*",
        "W/\"1\"",
        "\"\"",
        "\"-1\"",
        "\"99999999999\"",
        "\"1\", \"2\"",
    ] {
        app.send(put(Some(malformed)))
            .await
            .is_problem(428, "version_required");
    }
    app.send(put(Some("\"1\""))).await.ok();
}

#[tokio::test]
async fn nothing_can_be_changed_while_a_payment_is_under_way() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    app.leave_in_flight();
    app.processor.next(Reply::Miss);
    let view = app.pay(&id, "a").await.ok();
    app.kassa.finish_charges().await;
    let version = view["version"].as_u64().unwrap();
    let answer = app
        .put_payer(&id, version, &json!({ "payer": payer() }))
        .await;
    answer.is_problem(409, "payment_in_progress");
    app.cancel(&id).await.is_problem(409, "payment_in_progress");
}

#[tokio::test]
async fn a_page_asks_for_its_language() {
    let app = TestApp::new().await;
    let id = app.session_for("2026-04417").await;
    let spanish = app
        .get(&format!("/api/checkout/{id}?locale=es-MX"))
        .await
        .ok();
    assert_eq!(spanish["locale"], "es");
    for unknown in ["xx", "%00", "%3Cscript%3E"] {
        let answer = app
            .get(&format!("/api/checkout/{id}?locale={unknown}"))
            .await;
        assert!(
            answer.status == 200 || answer.status == 422,
            "{}",
            answer.text
        );
    }
    let request = Request::get(format!("/api/checkout/{id}"))
        .header("accept-language", "la, es;q=0.8, en;q=0.7");
    let liked = app.send(request.body(Body::empty()).unwrap()).await.ok();
    assert_eq!(liked["locale"], "es");
}

#[tokio::test]
async fn a_language_has_its_sentences_its_countries_and_its_direction() {
    let app = TestApp::new().await;
    let english = app.get("/api/catalogues/en").await.ok();
    let arabic = app.get("/api/catalogues/ar").await.ok();
    let length = |texts: &Value, of: &str| texts[of].as_array().unwrap().len();
    for of in ["messages", "countries", "locales"] {
        assert_eq!(length(&english, of), length(&arabic, of), "{of}");
    }
    assert_eq!(length(&english, "countries"), 249);
    assert_eq!(length(&english, "locales"), 22);
    assert_ne!(english["messages"], arabic["messages"]);
    assert_eq!(
        (&english["rtl"], &arabic["rtl"]),
        (&json!(false), &json!(true))
    );
    app.get("/api/catalogues/xx")
        .await
        .is_problem(404, "not_found");
}

#[tokio::test]
async fn a_languages_texts_are_kept_for_ever_only_under_their_own_version() {
    let app = TestApp::new().await;
    for address in ["/api/catalogues/en", "/api/catalogues/en?v=0123456789ab"] {
        let answer = app.get(address).await;
        assert_eq!(answer.header("cache-control"), "public, max-age=300");
    }
    let words = Words::load().unwrap();
    let version = words.version(Locale::ENGLISH);
    assert_ne!(version, words.version(Locale::speaking("es").unwrap()));
    let own = app.get(&format!("/api/catalogues/en?v={version}")).await;
    let kept = "public, max-age=31536000, immutable";
    assert_eq!(own.header("cache-control"), kept);
}
