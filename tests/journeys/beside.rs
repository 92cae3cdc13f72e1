//! What a frame cannot show opens in a window beside it, and the frame goes on by itself.

use crate::merchant::Session;
use crate::payer::{CONFIRM, PAY, Payer};
use crate::stage::{Scripts, Stage, journey};
use crate::words::english;

const WAY_OUT: &str = "a[data-act=open]";

/// In a frame of the shop's page, on the way to the wallet.
async fn chose_the_wallet(payer: &Payer, stage: &Stage, session: &Session) {
    payer.opens(&stage.shop.page_with_script(session)).await;
    payer.looks_into_the_element().await;
    payer.has_the_program().await;
    payer.presses(CONFIRM).await;
    payer.chooses("wallet").await;
    payer.presses(PAY).await;
    payer.finds(WAY_OUT).await;
}

#[tokio::test]
async fn a_wallet_opens_beside_the_frame_which_goes_on_when_its_window_is_closed() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        chose_the_wallet(payer, &stage, &session).await;
        payer.presses(WAY_OUT).await;
        payer.sees(&english("window_text")).await;
        payer.was_told(&english("window_text")).await;
        let shop = payer.looks_at_the_other_tab().await;
        payer.finds("button[value=approve]").await;
        payer.waits_for("window.opener === null").await;
        payer.closes_the_window_and_looks_at(shop.clone()).await;
        payer.looks_into_the_element().await;
        payer
            .waits_for("!document.querySelector('[data-window]:not([hidden])')")
            .await;
        payer.presses(WAY_OUT).await;
        payer.looks_at_the_other_tab().await;
        payer.presses("button[value=approve]").await;
        payer.sees(&english("paid_heading")).await;
        payer.closes_the_window_and_looks_at(shop).await;
        payer.looks_into_the_element().await;
        payer.sees(&english("paid_heading")).await;
    })
    .await;
    assert_eq!(stage.merchant().charges().await.len(), 1);
}

#[tokio::test]
async fn where_no_window_opens_the_frame_says_so_and_shows_another_way() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        chose_the_wallet(payer, &stage, &session).await;
        payer.runs("(() => { window.open = () => null })()").await;
        payer.presses(WAY_OUT).await;
        payer.sees(&english("window_blocked")).await;
        payer.was_told(&english("window_blocked")).await;
        payer.presses("[data-window=blocked] a").await;
        payer.looks_up().await;
        payer.presses("button[value=approve]").await;
        payer.sees(&english("paid_heading")).await;
    })
    .await;
    assert_eq!(stage.merchant().charges().await.len(), 1);
}

#[tokio::test]
async fn a_bank_that_is_late_is_said_to_be_late() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        payer.opens(&session.url).await;
        payer.has_the_program().await;
        payer.confirms().await;
        payer.pays_by_card(crate::payer::card::CHALLENGE).await;
        payer.finds("iframe").await;
        payer.does_not_see(&english("challenge_late")).await;
        let nearly = "document.getAnimations() \
            .filter((it) => it.animationName === 'late').forEach((it) => { it.currentTime = 59_500 })";
        payer.runs(nearly).await;
        payer.sees(&english("challenge_late")).await;
        payer.was_told(&english("challenge_late")).await;
    })
    .await;
}
