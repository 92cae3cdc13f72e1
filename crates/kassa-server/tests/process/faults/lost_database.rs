//! PostgreSQL is stopped, and started again.

use reqwest::Method;
use serde_json::json;

use super::shop::{CARD, Shop, told};
use crate::cluster::{Running, own};
use crate::program::{Place, Server};

/// How many pay at once.
const PAYERS: usize = 8;

fn shop() -> (Place, Running, Server, Shop) {
    let (place, database) = (Place::new(), own());
    let url = database.create(1);
    let (server, shop) = Shop::open(&place, &["--database-url", &url]);
    (place, database, server, shop)
}

fn import_orders(place: &Place, url: &str) {
    let line = |number| {
        let amount = json!({ "amount": 4_200, "currency": "EUR" });
        json!({ "number": format!("T-{number}"), "country": "ES", "amount": amount }).to_string()
    };
    let lines: Vec<String> = (0..PAYERS).map(line).collect();
    place.write("orders.jsonl", &lines.join("\n"));
    let said = place.run(&["import", "orders", "orders.jsonl", "--database-url", url]);
    assert_eq!(said.code, Some(0), "{}", said.err);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_its_database_a_server_asks_everybody_to_come_again() {
    let (_place, database, _server, shop) = shop();
    let session = shop.confirmed("2026-04417").await;
    let token = shop.token(CARD).await;
    assert_eq!(shop.get("/readyz").await.status, 200);
    database.stop();
    shop.get("/readyz").await.is_unavailable();
    assert_eq!(shop.get("/healthz").await.status, 200, "the process lives");
    shop.get(&format!("/api/checkout/{session}"))
        .await
        .is_unavailable();
    shop.pay(&session, &token).await.is_unavailable();
    let cancel = shop.ask(Method::POST, &format!("/api/checkout/{session}/cancel"));
    told(cancel).await.is_unavailable();
    assert_eq!(shop.another("2026-04418").await.0, 503);
    let page = format!("/v1/view/{session}/");
    shop.get(&page).await.is_the_page_of_trouble();
    shop.pay_by_form(&session).await.is_the_page_of_trouble();
    assert!(shop.client.ledger().await.is_empty(), "nothing was charged");
    database.start_again();
    shop.until_ready().await;
    assert_eq!(shop.get(&page).await.status, 200);
    assert_eq!(shop.state(&session).await, "confirmed");
    assert_eq!(shop.pay(&session, &token).await.status, 200);
    shop.until_paid_once(&session).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_payment_is_charged_once_though_the_database_was_lost_before_the_outcome() {
    let (place, database, _server, shop) = shop();
    let session = shop.confirmed("2026-04417").await;
    let ledger = place.path("kassa.db.sandbox");
    let lose = async || database.stop();
    let told = shop.charged_without_a_store(&session, &ledger, lose).await;
    told.is_unavailable();
    shop.get("/readyz").await.is_unavailable();
    database.start_again();
    shop.until_ready().await;
    assert_eq!(shop.state(&session).await, "paying", "nobody calls it off");
    shop.until_paid_once(&session).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn payers_who_all_pay_while_the_database_goes_are_charged_once_or_not_at_all() {
    let (place, database, _server, shop) = shop();
    import_orders(&place, &database.address(1));
    let mut sessions = Vec::new();
    for number in 0..PAYERS {
        let session = shop.confirmed(&format!("T-{number}")).await;
        let token = shop.token(CARD).await;
        sessions.push((session, token));
    }
    let pressed = sessions.clone().into_iter().map(|(session, token)| {
        let shop = shop.clone();
        tokio::spawn(async move { shop.pay(&session, &token).await })
    });
    let pressed: Vec<_> = pressed.collect();
    database.stop();
    for press in pressed {
        let told = press.await.unwrap();
        if told.status != 200 {
            told.is_unavailable();
        }
    }
    database.start_again();
    shop.until_ready().await;
    for (session, token) in &sessions {
        // The same press once more: it is a replay, or the first one.
        shop.until("the press is taken", async |shop| {
            shop.pay(session, token).await.status == 200
        })
        .await;
        shop.until("it is paid", async |shop| {
            shop.state(session).await == "complete"
        })
        .await;
    }
    assert_eq!(shop.client.ledger().await.len(), sessions.len());
}
