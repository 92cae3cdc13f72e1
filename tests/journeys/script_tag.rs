//! The script tag in the shop's page, from opening it to being paid.

use serde_json::json;
use sqlx::Row;

use crate::merchant::{Session, text};
use crate::payer::{CHANGE, CONFIRM, Payer, card};
use crate::stage::{Scripts, Stage, journey};
use crate::words::english;

/// Has the shop's page remember what it hears.
const LISTEN: &str = "window.heard = []; for (const type of ['ready', 'height', 'change', 'confirm', 'payment', 'error']) \
    document.addEventListener(`kassa:${type}`, (event) => heard.push({ type, ...event.detail }))";

#[tokio::test]
async fn a_payer_corrects_a_wrong_email_passes_the_challenge_and_the_shop_hears_of_the_payment() {
    let stage = Stage::open().await;
    let wrong = json!({ "payer": { "email": "amina@example" }, "return_url": stage.shop.origin() });
    let session = stage.merchant().session_with("ES", &wrong).await;
    journey(&stage, Scripts::On, async |payer| {
        payer.opens(&stage.shop.page_with_script(&session)).await;
        payer.runs(&format!("(() => {{ {LISTEN} }})()")).await;
        payer.looks_into_the_element().await;
        payer.has_the_program().await;
        correct_the_email(payer).await;
        payer.pays_by_card(card::CHALLENGE).await;
        pass_the_challenge(payer).await;
        payer.sees(&english("paid_heading")).await;
        the_shop_heard(payer, &stage, &session).await;
    })
    .await;
    everyone_agrees(&stage, &session).await;
    stage.log_never_says(&session.id);
    stage.log_never_says("amina@example");
}

async fn correct_the_email(payer: &Payer) {
    payer.sees(&english("error_email")).await;
    payer.writes("email", "amina@example.com").await;
    payer.confirms().await;
    payer.finds(CHANGE).await;
}

async fn pass_the_challenge(payer: &Payer) {
    payer.looks_into("iframe[src*='/sandbox/challenge/']").await;
    payer
        .presses("button[value=approve], button[value=pass]")
        .await;
    payer.looks_around().await;
}

async fn the_shop_heard(payer: &Payer, stage: &Stage, session: &Session) {
    let payment = stage.merchant().payment_in(session, "captured").await;
    payer.looks_up().await;
    payer
        .waits_for("heard.some(({ type, status }) => type === 'payment' && status === 'captured')")
        .await;
    let last = payer
        .computes("heard.findLast(({ type }) => type === 'payment')")
        .await
        .unwrap();
    assert_eq!(last["reference"], payment["reference"]);
    assert!(
        text(&last["return_url"]).starts_with(&stage.shop.origin()),
        "{last}"
    );
    for event in ["change", "confirm"] {
        payer
            .waits_for(&format!("heard.some(({{ type }}) => type === '{event}')"))
            .await;
    }
    assert_eq!(
        payer
            .computes("heard.filter(({ type }) => type === 'error').length")
            .await,
        Some(json!(0))
    );
}

async fn everyone_agrees(stage: &Stage, session: &Session) {
    let payment = stage.merchant().payment_in(session, "captured").await;
    assert_eq!(payment["amount"]["amount"], session.amount);
    let ledger = stage.merchant().charges().await;
    assert_eq!(ledger.len(), 1, "{ledger:?}");
    assert_eq!(ledger[0]["amount"], session.amount);
    let row = sqlx::query("SELECT state FROM payments WHERE reference = ?")
        .bind(text(&payment["reference"]))
        .fetch_one(&stage.database().await)
        .await
        .unwrap();
    assert_eq!(row.get::<String, _>("state"), "captured");
}

#[tokio::test]
async fn a_refused_card_says_why_and_another_one_pays() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        payer.opens(&stage.shop.page_with_script(&session)).await;
        payer.looks_into_the_element().await;
        payer.has_the_program().await;
        payer.presses(CONFIRM).await;
        payer.pays_by_card(card::INSUFFICIENT).await;
        payer.sees(&english("decline_funds")).await;
        payer.pays_by_card(card::GOOD).await;
        payer.sees(&english("paid_heading")).await;
    })
    .await;
    assert_eq!(stage.merchant().charges().await.len(), 1);
    let payment = stage.merchant().payment_in(&session, "captured").await;
    assert_eq!(
        payment["attempts"].as_array().map(Vec::len),
        Some(2),
        "{payment}"
    );
}

/// In a place without any width every word stands below the other, and the page would be told a
/// height of thousands of pixels, and jump.
#[tokio::test]
async fn a_shop_that_makes_room_later_never_hears_the_height_of_a_page_without_width() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        payer.opens(&stage.shop.page_with_script(&session)).await;
        let narrow = format!(
            "(() => {{ {LISTEN}; document.body.innerHTML = \
             '<div id=room style=\"width:0\"><kassa-checkout session={}></kassa-checkout></div>' }})()",
            session.id
        );
        payer.runs(&narrow).await;
        payer.waits_for("heard.some(({ type }) => type === 'ready')").await;
        payer.runs("(() => { room.style.width = '400px' })()").await;
        payer.waits_for("heard.some(({ type }) => type === 'height')").await;
        let tallest = payer
            .computes("Math.max(...heard.filter(({ type }) => type === 'height').map(({ height }) => height))")
            .await;
        let tallest = tallest.and_then(|height| height.as_f64()).unwrap();
        assert!(tallest < 3_000.0, "{tallest}");
    })
    .await;
}
