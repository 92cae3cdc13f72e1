//! Scripts switched off: an ordinary page with ordinary forms.

use serde_json::json;

use crate::merchant::text;
use crate::payer::{CHANGE, CONFIRM, PAY};
use crate::stage::{Scripts, Stage, journey};
use crate::words::{english, spanish};

#[tokio::test]
async fn a_payer_without_scripts_changes_confirms_and_pays_by_bank_transfer() {
    let stage = Stage::open().await;
    let merchant = stage.merchant();
    let session = merchant.session("ES").await;
    journey(&stage, Scripts::Off, async |payer| {
        payer.expects_error("422");
        payer.opens(&session.url).await;
        payer.presses(CHANGE).await;
        payer.writes("email", "not an address").await;
        payer.writes("city", "Lagos").await;
        payer.presses(CONFIRM).await;
        payer.sees(&english("error_email")).await;
        assert_eq!(payer.has_in("email").await, "not an address");
        assert_eq!(payer.has_in("city").await, "Lagos");
        payer.writes("email", "amina@example.org").await;
        payer.confirms().await;
        payer.sees("amina@example.org").await;
        payer.chooses("bank_transfer").await;
        payer.presses(PAY).await;
        payer.sees(&english("pending_heading")).await;
        let payment = merchant.payment_in(&session, "processing").await;
        merchant
            .transfer_arrives(&text(&payment["reference"]))
            .await;
        merchant.payment_in(&session, "captured").await;
        payer.opens(&session.url).await;
        payer.sees(&text(&payment["reference"])).await;
    })
    .await;
    assert_eq!(
        merchant.look_at(&session).await["payer"]["email"],
        "amina@example.org"
    );
    assert_eq!(merchant.charges().await.len(), 1);
}

#[tokio::test]
async fn a_payer_without_scripts_pays_by_wallet_and_sees_the_receipt() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::Off, async |payer| {
        payer.opens(&session.url).await;
        payer.confirms().await;
        payer.chooses("wallet").await;
        payer.presses(PAY).await;
        payer
            .presses("button[value=approve], button[value=pay]")
            .await;
        payer.sees(&english("paid_heading")).await;
        let payment = stage.merchant().payment_in(&session, "captured").await;
        payer.sees(&text(&payment["reference"])).await;
    })
    .await;
    assert_eq!(stage.merchant().charges().await.len(), 1);
}

#[tokio::test]
async fn a_payer_without_scripts_reads_that_cards_need_them() {
    let stage = Stage::open().await;
    let session = stage
        .merchant()
        .session_with("ES", &json!({ "locale": "en" }))
        .await;
    journey(&stage, Scripts::Off, async |payer| {
        payer.opens(&session.url).await;
        payer.confirms().await;
        payer.chooses("card").await;
        payer.sees(&english("card_needs_scripts")).await;
        payer.does_not_see(&english("card_number")).await;
    })
    .await;
}

#[tokio::test]
async fn a_payer_without_scripts_changes_the_language_and_loses_nothing() {
    let stage = Stage::open().await;
    let session = stage
        .merchant()
        .session_with("ES", &json!({ "locale": "en", "payer": { "email": "" } }))
        .await;
    journey(&stage, Scripts::Off, async |payer| {
        payer.opens(&session.url).await;
        payer.writes("email", "amina@").await;
        payer.writes("city", "Lagos").await;
        payer.speaks("es").await;
        payer.sees(&spanish("form_heading")).await;
        assert_eq!(payer.has_in("email").await, "amina@");
        assert_eq!(payer.has_in("city").await, "Lagos");
        payer.writes("email", "amina@example.org").await;
        payer.confirms().await;
        payer.sees("amina@example.org").await;
    })
    .await;
}
