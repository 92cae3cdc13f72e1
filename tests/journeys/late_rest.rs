//! What follows the payer's information comes as a second file: in time, late, at the second try, or never.

use std::time::Duration;

use serde_json::json;

use crate::payer::{CONFIRM, PAY, Payer, card};
use crate::stage::{Gate, Program, Scripts, Stage, journey};
use crate::words::english;

/// How often the second file was asked for.
const ASKED: &str = "performance.getEntriesByType('resource') \
    .filter(({ name }) => name.endsWith('_rest.wasm')).length";

/// What Firefox tells of a document that is left while a file is on its way.
const LEFT: &str = "NetworkError when attempting to fetch resource";

async fn has_asked(payer: &Payer, times: u32) {
    assert_eq!(payer.computes(ASKED).await, Some(json!(times)));
}

/// Pays, and fails where another document came from the server meanwhile.
async fn pays_on_the_same_page(payer: &Payer) {
    payer.pays_by_card(card::GOOD).await;
    payer.sees(&english("paid_heading")).await;
    assert_eq!(payer.computes("window.isTheSame").await, Some(json!(true)));
}

#[tokio::test]
async fn it_is_asked_for_once_and_not_before_the_information_is_confirmed() {
    let stage = Stage::open().await;
    let session = stage
        .merchant()
        .session_with("ES", &json!({ "payer": { "email": "" } }))
        .await;
    journey(&stage, Scripts::On, async |payer| {
        payer.opens(&session.url).await;
        payer.has_the_program().await;
        payer.runs("window.isTheSame = true").await;
        payer.writes("email", "amina@example").await;
        payer.presses(CONFIRM).await;
        payer.sees(&english("errors_heading")).await;
        has_asked(payer, 0).await;
        payer.writes("email", "amina@example.com").await;
        payer.confirms().await;
        has_asked(payer, 1).await;
        pays_on_the_same_page(payer).await;
        has_asked(payer, 1).await;
    })
    .await;
    assert_eq!(stage.merchant().charges().await.len(), 1);
}

#[tokio::test]
async fn a_page_that_opens_at_the_payment_asks_for_it_at_once() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        payer.opens(&session.url).await;
        payer.confirms().await;
        payer.opens(&session.url).await;
        payer.has_the_program().await;
        has_asked(payer, 1).await;
        payer.pays_by_card(card::GOOD).await;
        payer.sees(&english("paid_heading")).await;
    })
    .await;
    assert_eq!(stage.merchant().charges().await.len(), 1);
}

#[tokio::test]
async fn a_late_one_is_waited_for() {
    let late = Program::RestLate(Duration::from_secs(4));
    let (stage, passed) = Stage::behind(Gate::open(late).await).await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        payer.opens(&session.url).await;
        payer.has_the_program().await;
        payer.runs("window.isTheSame = true").await;
        payer.presses(CONFIRM).await;
        stage.merchant().session_in(&session, "confirmed").await;
        assert!(!*passed.borrow(), "it was not held back");
        payer.finds(&format!("{CONFIRM}.busy")).await;
        payer.presses(CONFIRM).await;
        pays_on_the_same_page(payer).await;
    })
    .await;
    assert_eq!(stage.merchant().charges().await.len(), 1);
}

#[tokio::test]
async fn a_payment_page_is_taken_over_when_it_comes() {
    let late = Program::RestLate(Duration::from_secs(4));
    let (stage, _) = Stage::behind(Gate::open(late).await).await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        payer.expects_error(LEFT);
        payer.opens(&session.url).await;
        payer.confirms().await;
        payer.opens_without_waiting(&session.url).await;
        payer.writes_card(card::GOOD).await;
        payer.double_clicks(PAY).await;
        payer.sees(&english("paid_heading")).await;
    })
    .await;
    assert_eq!(stage.merchant().charges().await.len(), 1);
}

#[tokio::test]
async fn one_that_failed_is_asked_for_again() {
    let (stage, _) = Stage::behind(Gate::open(Program::RestMissing(1)).await).await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        payer.expects_error("_rest.wasm");
        payer.opens(&session.url).await;
        payer.has_the_program().await;
        payer.runs("window.isTheSame = true").await;
        payer.confirms().await;
        pays_on_the_same_page(payer).await;
    })
    .await;
    assert_eq!(stage.merchant().charges().await.len(), 1);
}

#[tokio::test]
async fn where_it_does_not_come_nothing_is_lost_and_the_press_is_made_again() {
    let (stage, _) = Stage::behind(Gate::open(Program::RestMissing(3)).await).await;
    let session = stage
        .merchant()
        .session_with("ES", &json!({ "payer": { "email": "" } }))
        .await;
    journey(&stage, Scripts::On, async |payer| {
        payer.expects_error("_rest.wasm");
        payer.opens(&session.url).await;
        payer.has_the_program().await;
        payer.runs("window.isTheSame = true").await;
        payer.writes("email", "amina@example.com").await;
        payer.presses(CONFIRM).await;
        payer.sees(&english("notice_trouble")).await;
        payer.finds(&format!("{CONFIRM}:not(.busy)")).await;
        assert_eq!(payer.has_in("email").await, "amina@example.com");
        payer.writes("email", "amina@example.org").await;
        payer.presses(CONFIRM).await;
        payer.finds("input[name=method]").await;
        payer.sees("amina@example.org").await;
        pays_on_the_same_page(payer).await;
    })
    .await;
    let known = stage.merchant().look_at(&session).await["payer"].clone();
    assert_eq!(known["email"], "amina@example.org");
    assert_eq!(stage.merchant().charges().await.len(), 1);
}

#[tokio::test]
async fn a_payer_pays_where_it_never_comes() {
    let (stage, _) = Stage::behind(Gate::open(Program::RestMissing(u32::MAX)).await).await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        payer.expects_error("_rest.wasm");
        payer.opens(&session.url).await;
        payer.has_the_program().await;
        payer.presses(CONFIRM).await;
        payer.sees(&english("notice_trouble")).await;
        payer.reloads().await;
        payer.chooses("bank_transfer").await;
        payer.presses(PAY).await;
        payer.sees(&english("pending_heading")).await;
    })
    .await;
    assert!(stage.merchant().charges().await.is_empty());
    stage.merchant().payment_in(&session, "processing").await;
}
