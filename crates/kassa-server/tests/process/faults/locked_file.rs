//! Somebody else holds the SQLite file for longer than anybody waits.

use reqwest::Method;
use sqlx::Connection;

use super::shop::{CARD, Shop, hold, told};
use crate::program::Place;

#[tokio::test(flavor = "multi_thread")]
async fn while_the_file_is_locked_payers_read_and_are_asked_to_pay_later() {
    let place = Place::new();
    let (_server, shop) = Shop::open(&place, &[]);
    let session = shop.confirmed("2026-04417").await;
    let token = shop.token(CARD).await;
    let holder = hold(&place.path("kassa.db")).await;
    let page = format!("/v1/view/{session}/");
    let checkout = format!("/api/checkout/{session}");
    let cancel = shop.ask(Method::POST, &format!("{checkout}/cancel"));
    // They wait for each other: nobody waits for all of them.
    let (paid, posted, cancelled, opened, view, shown) = tokio::join!(
        shop.pay(&session, &token),
        shop.pay_by_form(&session),
        told(cancel),
        shop.another("2026-04418"),
        shop.get(&checkout),
        shop.get(&page),
    );
    paid.is_unavailable();
    posted.is_the_page_of_trouble();
    cancelled.is_unavailable();
    assert_eq!(opened.0, 503, "{opened:?}");
    assert_eq!((view.status.as_u16(), shown.status.as_u16()), (200, 200));
    shop.get("/readyz").await.is_unavailable();
    assert!(shop.client.ledger().await.is_empty(), "nothing was charged");
    holder.close().await.unwrap();
    shop.until_ready().await;
    assert_eq!(shop.state(&session).await, "confirmed");
    assert_eq!(shop.pay(&session, &token).await.status, 200);
    shop.until_paid_once(&session).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_payment_is_charged_once_though_the_file_was_locked_before_the_outcome() {
    let place = Place::new();
    let (_server, shop) = Shop::open(&place, &[]);
    let session = shop.confirmed("2026-04417").await;
    let (store, ledger) = (place.path("kassa.db"), place.path("kassa.db.sandbox"));
    let mut holder = None;
    let lock = async || holder = Some(hold(&store).await);
    let told = shop.charged_without_a_store(&session, &ledger, lock).await;
    told.is_under_way();
    shop.get("/readyz").await.is_unavailable();
    holder.unwrap().close().await.unwrap();
    shop.until_ready().await;
    shop.until_paid_once(&session).await;
}
