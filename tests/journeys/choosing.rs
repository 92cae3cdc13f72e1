//! What comes on top of an order and what is taken off: delivery and codes.

use serde_json::json;

use crate::payer::{Payer, card};
use crate::stage::{Scripts, Stage, journey};
use crate::words::english;

const BOOKS: &str = "2026-04431";

async fn pays_by_wallet(payer: &Payer) {
    payer.chooses("wallet").await;
    payer.presses("button[value=pay]").await;
    payer.presses("button[value=approve]").await;
    payer.sees(&english("paid_heading")).await;
}

#[tokio::test]
async fn a_payer_has_books_brought_by_courier_and_uses_a_code() {
    let stage = Stage::open().await;
    let order = json!({ "order": BOOKS, "locale": "en" });
    let session = stage.merchant().session_with("ES", &order).await;
    journey(&stage, Scripts::On, async |payer| {
        payer.opens(&session.url).await;
        payer.has_the_program().await;
        payer.confirms().await;
        payer.sees("€153.40").await;
        payer.writes_card(card::GOOD).await;
        payer.presses("[name=option][value=courier]").await;
        payer.sees("€161.40").await;
        payer.expects_error("422");
        payer.writes("code", "FREE").await;
        payer.presses("button[value=discount]").await;
        payer.sees(&english("discount_unknown")).await;
        payer.writes("code", "alumni10").await;
        payer.presses("button[value=discount]").await;
        payer.sees("€146.55").await;
        payer.presses("button[value=pay]").await;
        payer.sees(&english("paid_heading")).await;
    })
    .await;
    let payment = stage.merchant().payment_in(&session, "captured").await;
    assert_eq!(payment["amount"]["amount"], 14_655);
    let charges = stage.merchant().charges().await;
    assert_eq!(charges.len(), 1);
}

#[tokio::test]
async fn a_payer_without_scripts_picks_the_books_up_and_uses_a_code() {
    let stage = Stage::open().await;
    let order = json!({ "order": BOOKS, "locale": "en" });
    let session = stage.merchant().session_with("ES", &order).await;
    journey(&stage, Scripts::Off, async |payer| {
        payer.opens(&session.url).await;
        payer.confirms().await;
        payer.presses("[name=option][value=library]").await;
        payer.presses("button[value=shipping]").await;
        payer.sees("€148.50").await;
        payer.writes("code", "ALUMNI10").await;
        payer.presses("button[value=discount]").await;
        payer.sees("€133.65").await;
        pays_by_wallet(payer).await;
    })
    .await;
    let payment = stage.merchant().payment_in(&session, "captured").await;
    assert_eq!(payment["amount"]["amount"], 13_365);
}

#[tokio::test]
async fn a_payer_keeps_what_they_type_while_the_merchant_changes_the_session() {
    let stage = Stage::open().await;
    let unknown = json!({ "payer": { "city": "" }, "locale": "en" });
    let session = stage.merchant().session_with("ES", &unknown).await;
    journey(&stage, Scripts::On, async |payer| {
        payer.opens(&session.url).await;
        payer.has_the_program().await;
        payer.writes("city", "Enugu").await;
        stage.merchant().locks(&session).await;
        let locked = "is changing this order right now";
        payer.sees(locked).await;
        let changes = json!({ "description": "Two courses instead of one" });
        stage.merchant().changes(&session, &changes).await;
        payer.sees("Two courses instead of one").await;
        payer.no_longer_sees(locked).await;
        assert_eq!(payer.has_in("city").await, "Enugu");
        payer.confirms().await;
        payer.sees(&english("pay_heading")).await;
    })
    .await;
}
