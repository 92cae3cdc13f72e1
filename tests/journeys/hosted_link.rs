//! The hosted link, in the payer's language.

use serde_json::json;

use crate::merchant::text;
use crate::payer::{CONFIRM, PAY};
use crate::stage::{Scripts, Stage, journey};
use crate::words::spanish;

#[tokio::test]
async fn a_payer_sends_yen_to_japan_in_spanish_and_sees_the_transfer_arrive() {
    let stage = Stage::open().await;
    let merchant = stage.merchant();
    let session = merchant
        .session_with("JP", &json!({ "locale": "es" }))
        .await;
    journey(&stage, Scripts::On, async |payer| {
        payer.opens(&session.url).await;
        payer.has_the_program().await;
        assert_eq!(
            payer.computes("document.documentElement.lang").await,
            Some(json!("es"))
        );
        payer.sees(&spanish("review_heading")).await;
        payer.presses(CONFIRM).await;
        payer.chooses("bank_transfer").await;
        payer.presses(PAY).await;
        payer.sees(&spanish("pending_heading")).await;
        let payment = merchant.payment_in(&session, "processing").await;
        payer.sees(&text(&payment["reference"])).await;
        merchant
            .transfer_arrives(&text(&payment["reference"]))
            .await;
        payer.sees(&spanish("paid_heading")).await;
        payer.sees(&text(&payment["reference"])).await;
    })
    .await;
    let payment = merchant.payment_in(&session, "captured").await;
    assert_eq!(
        payment["amount"],
        json!({ "amount": session.amount, "currency": "JPY" })
    );
    assert_eq!(merchant.charges().await.len(), 1);
}

#[tokio::test]
async fn a_payer_changes_the_language_and_keeps_what_was_typed() {
    let stage = Stage::open().await;
    let wrong = json!({ "payer": { "email": "" } });
    let session = stage.merchant().session_with("ES", &wrong).await;
    journey(&stage, Scripts::On, async |payer| {
        payer.opens(&session.url).await;
        payer.has_the_program().await;
        payer.writes("city", "Lagos 西").await;
        payer.speaks("es").await;
        payer.sees(&spanish("confirm")).await;
        assert_eq!(payer.has_in("city").await, "Lagos 西");
    })
    .await;
}
