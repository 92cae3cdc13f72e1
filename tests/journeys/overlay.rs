//! The checkout as an overlay over the shop's page.

use serde_json::json;
use thirtyfour::Key;

use crate::merchant::Session;
use crate::payer::{CONFIRM, Payer, card};
use crate::stage::{Scripts, Stage, journey};
use crate::words::english;

/// Puts an overlay with its link on the shop's page, in place of the checkout that was there.
async fn has_an_overlay(payer: &Payer, stage: &Stage, session: &Session) {
    payer.opens(&stage.shop.page_with_script(session)).await;
    payer
        .waits_for("!!customElements.get('kassa-checkout')")
        .await;
    let swap = format!(
        "(() => {{ document.body.innerHTML = '<kassa-checkout mode=overlay session={}>\
         <a id=pay href={}>Pay</a></kassa-checkout><p style=\"height:200vh\">Below</p>' }})()",
        session.id, session.url
    );
    payer.runs(&swap).await;
}

const OPEN: &str =
    "document.querySelector('kassa-checkout').shadowRoot.querySelector('dialog')?.open === true";

#[tokio::test]
async fn an_overlay_opens_from_its_link_closes_on_escape_and_gives_the_focus_back() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        has_an_overlay(payer, &stage, &session).await;
        payer.presses("#pay").await;
        payer.waits_for(OPEN).await;
        assert_eq!(
            payer
                .computes("getComputedStyle(document.documentElement).overflow")
                .await,
            Some(json!("hidden"))
        );
        payer.looks_into_the_element().await;
        payer.presses("body").await;
        payer.hits(Key::Escape).await;
        payer.looks_up().await;
        payer.waits_for(&format!("!({OPEN})")).await;
        assert_eq!(
            payer.computes("document.activeElement.id").await,
            Some(json!("pay"))
        );
        assert_eq!(
            payer
                .computes("document.documentElement.style.overflow")
                .await,
            Some(json!(""))
        );
    })
    .await;
}

#[tokio::test]
async fn tab_never_leaves_an_open_overlay_for_the_page_behind() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        has_an_overlay(payer, &stage, &session).await;
        payer.presses("#pay").await;
        payer.looks_into_the_element().await;
        payer.has_the_program().await;
        payer.looks_up().await;
        for _ in 0..40 {
            payer.hits(Key::Tab).await;
            assert_ne!(
                payer.computes("document.activeElement.id").await,
                Some(json!("pay"))
            );
        }
        payer.waits_for(OPEN).await;
    })
    .await;
}

#[tokio::test]
async fn a_payer_pays_in_an_overlay() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        has_an_overlay(payer, &stage, &session).await;
        payer.presses("#pay").await;
        payer.looks_into_the_element().await;
        payer.has_the_program().await;
        payer.presses(CONFIRM).await;
        payer.pays_by_card(card::GOOD).await;
        payer.sees(&english("paid_heading")).await;
    })
    .await;
    stage.merchant().payment_in(&session, "captured").await;
}
