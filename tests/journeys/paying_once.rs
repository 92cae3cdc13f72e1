//! However often the payer presses, and whatever dies meanwhile: one charge.

use serde_json::Value;

use crate::merchant::Session;
use crate::payer::{CONFIRM, PAY, Payer, card};
use crate::stage::{Scripts, Stage, journey, until};
use crate::words::english;

async fn ready_to_pay(payer: &Payer, session: &Session, number: &str) {
    payer.opens(&session.url).await;
    payer.has_the_program().await;
    payer.presses(CONFIRM).await;
    payer.writes_card(number).await;
}

#[tokio::test]
async fn a_double_click_on_pay_charges_once() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        ready_to_pay(payer, &session, card::GOOD).await;
        payer.double_clicks(PAY).await;
        payer.sees(&english("paid_heading")).await;
    })
    .await;
    let payment = stage.merchant().payment_in(&session, "captured").await;
    assert_eq!(
        payment["attempts"].as_array().map(Vec::len),
        Some(1),
        "{payment}"
    );
    assert_eq!(stage.merchant().charges().await.len(), 1);
}

#[tokio::test]
async fn a_double_click_without_scripts_charges_once() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::Off, async |payer| {
        payer.opens(&session.url).await;
        payer.confirms().await;
        payer.chooses("bank_transfer").await;
        payer.double_clicks(PAY).await;
        payer.sees(&english("pending_heading")).await;
    })
    .await;
    let payment = stage.merchant().payment_in(&session, "processing").await;
    assert_eq!(
        payment["attempts"].as_array().map(Vec::len),
        Some(1),
        "{payment}"
    );
}

/// Lets every tab press **Pay** in the same moment. The driver has one hand: by the time it is at
/// the second tab, that one has heard of the payment and shows no button any more.
const PRESS_TOGETHER: &str = "(() => { window.together = new BroadcastChannel('pay'); \
    const press = () => document.querySelector('button[value=pay]').click(); together.onmessage = press; \
    together.go = () => { together.postMessage(0); press(); } })()";

#[tokio::test]
async fn two_tabs_that_pay_at_once_charge_once() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        payer.expects_error("409");
        ready_to_pay(payer, &session, card::SLOW).await;
        let first = payer.looks_at_a_new_tab().await;
        payer.opens(&session.url).await;
        payer.has_the_program().await;
        payer.writes_card(card::SLOW).await;
        payer.runs(PRESS_TOGETHER).await;
        let second = payer.looks_at_tab(first).await;
        payer.runs(PRESS_TOGETHER).await;
        payer.runs("together.go()").await;
        payer.sees(&english("paid_heading")).await;
        payer.looks_at_tab(second).await;
        payer.sees(&english("paid_heading")).await;
    })
    .await;
    stage.merchant().payment_in(&session, "captured").await;
    assert_eq!(stage.merchant().charges().await.len(), 1);
}

#[tokio::test]
async fn a_server_killed_between_charge_and_answer_charges_once() {
    let stage = Stage::open().await;
    let merchant = stage.merchant();
    let session = merchant.session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        payer.expects_error("net::ERR_");
        ready_to_pay(payer, &session, card::LOST).await;
        payer.presses(PAY).await;
        until("the ledger has the charge", async || {
            merchant.charges().await.pop()
        })
        .await;
        stage.server.kill().await;
        stage.server.start_again().await;
        payer.sees(&english("paid_heading")).await;
    })
    .await;
    let payment: Value = merchant.payment_in(&session, "captured").await;
    assert_eq!(
        payment["attempts"].as_array().map(Vec::len),
        Some(1),
        "{payment}"
    );
    assert_eq!(merchant.charges().await.len(), 1);
}
