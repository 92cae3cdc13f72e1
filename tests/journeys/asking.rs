//! The shop's page locks the session, and is asked before anything is paid.

use serde_json::json;

use crate::merchant::{Session, text};
use crate::payer::{CONFIRM, PAY, Payer, card};
use crate::stage::{Scripts, Stage, journey};
use crate::words::{Words, english};

/// What the payer reads about the one who is paid.
async fn about_the_recipient(stage: &Stage, key: &str) -> String {
    let recipient = stage.merchant().recipient("ES").await;
    Words::of("en").about(key, &text(&recipient["name"]))
}

/// A page that is asked, and does what `answer` says with the event.
async fn has_a_page_that_is_asked(payer: &Payer, stage: &Stage, session: &Session, answer: &str) {
    let page = format!(
        "<script type=module src={}/kassa.js></script>\
         <kassa-checkout validate session={}></kassa-checkout>",
        stage.server.url(),
        session.id,
    );
    payer.opens(&stage.pages.write("", &page)).await;
    payer
        .runs(&format!(
            "(() => {{ window.asked = []; addEventListener('kassa:validate', (event) => \
             {{ asked.push(event.detail); {answer} }}) }})()"
        ))
        .await;
    payer.looks_into_the_element().await;
    payer.has_the_program().await;
    payer.presses(CONFIRM).await;
    payer.writes_card(card::GOOD).await;
}

#[tokio::test]
async fn nothing_is_charged_before_the_shop_has_agreed_whatever_is_pressed() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        has_a_page_that_is_asked(payer, &stage, &session, "event.preventDefault()").await;
        payer.presses(PAY).await;
        payer.presses(PAY).await;
        payer
            .sees(&about_the_recipient(&stage, "validate_waiting").await)
            .await;
        payer.looks_up().await;
        payer.waits_for("asked.length === 1").await;
        assert_eq!(stage.merchant().charges().await.len(), 0);
        payer
            .runs("(() => { asked[0].respond('ok'); asked[0].respond('refused') })()")
            .await;
        payer.looks_into_the_element().await;
        payer.sees(&english("paid_heading")).await;
        payer.looks_up().await;
        assert_eq!(payer.computes("asked.length").await, Some(json!(1)));
    })
    .await;
    stage.merchant().payment_in(&session, "captured").await;
    assert_eq!(stage.merchant().charges().await.len(), 1);
}

#[tokio::test]
async fn a_page_that_is_asked_and_says_nothing_against_it_lets_the_payer_pay() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        has_a_page_that_is_asked(payer, &stage, &session, "").await;
        payer.presses(PAY).await;
        payer.sees(&english("paid_heading")).await;
    })
    .await;
    assert_eq!(stage.merchant().charges().await.len(), 1);
}

#[tokio::test]
async fn a_shop_that_does_not_agree_is_named_and_the_next_press_asks_again() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        let answer = "event.detail.respond(asked.length > 1 ? 'ok' : 'refused')";
        has_a_page_that_is_asked(payer, &stage, &session, answer).await;
        payer.presses(PAY).await;
        payer
            .sees(&about_the_recipient(&stage, "validate_refused").await)
            .await;
        assert_eq!(stage.merchant().charges().await.len(), 0);
        payer.presses(PAY).await;
        payer.sees(&english("paid_heading")).await;
    })
    .await;
    assert_eq!(stage.merchant().charges().await.len(), 1);
}

#[tokio::test]
async fn a_shop_that_does_not_answer_keeps_nobody_waiting_for_ever() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        has_a_page_that_is_asked(payer, &stage, &session, "event.preventDefault()").await;
        payer.presses(PAY).await;
        payer
            .sees(&about_the_recipient(&stage, "validate_waiting").await)
            .await;
        payer.finds(".notice").await;
        payer
            .sees(&about_the_recipient(&stage, "validate_silent").await)
            .await;
        payer.looks_up().await;
        payer.runs("asked[0].respond('ok')").await;
        payer
            .runs("(() => { document.querySelector('kassa-checkout').validate = false })()")
            .await;
        payer.looks_into_the_element().await;
        payer.presses(PAY).await;
        payer.sees(&english("paid_heading")).await;
    })
    .await;
    assert_eq!(stage.merchant().charges().await.len(), 1);
}

#[tokio::test]
async fn a_shop_that_locks_the_session_keeps_the_payer_from_paying_and_is_told_so() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        payer.opens(&stage.shop.page_with_script(&session)).await;
        payer.looks_into_the_element().await;
        payer.has_the_program().await;
        payer.presses(CONFIRM).await;
        payer.writes_card(card::GOOD).await;
        payer.looks_up().await;
        payer
            .runs("document.querySelector('kassa-checkout').lock().then((locked) => { window.locked = locked })")
            .await;
        payer.waits_for("locked === true").await;
        payer.looks_into_the_element().await;
        payer.sees(&about_the_recipient(&stage, "locked").await).await;
        payer.presses(PAY).await;
        assert_eq!(stage.merchant().charges().await.len(), 0);
    })
    .await;
}

#[tokio::test]
async fn a_session_that_is_over_cannot_be_locked_and_the_shop_is_told_so() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        payer.expects_error("/lock");
        payer.opens(&stage.shop.page_with_script(&session)).await;
        payer.looks_into_the_element().await;
        payer.has_the_program().await;
        payer.presses(CONFIRM).await;
        payer.pays_by_card(card::GOOD).await;
        payer.sees(&english("paid_heading")).await;
        payer.looks_up().await;
        payer
            .runs("document.querySelector('kassa-checkout').lock().then((locked) => { window.locked = locked })")
            .await;
        payer.waits_for("locked === false").await;
    })
    .await;
}
