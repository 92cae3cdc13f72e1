//! The same link in two tabs: the second follows the first.

use serde_json::json;

use crate::payer::{PAY, card};
use crate::stage::{Scripts, Stage, journey};
use crate::words::english;

#[tokio::test]
async fn the_second_tab_follows_the_first_to_the_receipt() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        payer.opens(&session.url).await;
        payer.has_the_program().await;
        let first = payer.looks_at_a_new_tab().await;
        payer.opens(&session.url).await;
        payer.has_the_program().await;
        payer.confirms().await;
        let second = payer.looks_at_tab(first).await;
        payer.sees(&english("pay_heading")).await;
        let first = payer.looks_at_tab(second).await;
        payer.chooses("bank_transfer").await;
        payer.presses(PAY).await;
        payer.sees(&english("pending_heading")).await;
        payer.looks_at_tab(first).await;
        payer.sees(&english("pending_heading")).await;
    })
    .await;
}

#[tokio::test]
async fn a_tab_that_is_typed_in_keeps_it_while_another_confirms_and_pays() {
    let stage = Stage::open().await;
    let unknown = json!({ "payer": { "city": "" } });
    let session = stage.merchant().session_with("ES", &unknown).await;
    journey(&stage, Scripts::On, async |payer| {
        payer.opens(&session.url).await;
        payer.has_the_program().await;
        payer.writes("city", "Enugu").await;
        let first = payer.looks_at_a_new_tab().await;
        payer.opens(&session.url).await;
        payer.has_the_program().await;
        payer.writes("city", "Lagos").await;
        payer.confirms().await;
        let second = payer.looks_at_tab(first).await;
        assert_eq!(payer.has_in("city").await, "Enugu");
        let first = payer.looks_at_tab(second).await;
        payer.pays_by_card(card::GOOD).await;
        payer.sees(&english("paid_heading")).await;
        payer.looks_at_tab(first).await;
        payer.sees(&english("paid_heading")).await;
    })
    .await;
    assert_eq!(
        stage.merchant().look_at(&session).await["payer"]["city"],
        "Lagos"
    );
    assert_eq!(stage.merchant().charges().await.len(), 1);
}
