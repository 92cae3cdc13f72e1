//! The examples for React and Vue, made from the npm package as merchants get it.

use serde_json::json;

use crate::merchant::Session;
use crate::payer::{CONFIRM, Payer, card};
use crate::stage::{Scripts, Stage, frameworks, journey};
use crate::words::english;

/// A page that an example fills. It takes the checkout away and puts it back when it is told to.
async fn has_a_page_of(payer: &Payer, stage: &Stage, (framework, session): (&str, &Session)) {
    stage.pages.bring_scripts(&frameworks());
    let page = format!(
        "<div id=root data-server={} data-session={}></div><script type=module src=/{framework}.js></script>",
        stage.server.url(),
        session.id,
    );
    payer.opens(&stage.pages.write("", &page)).await;
    payer.finds("kassa-checkout").await;
}

/// How many frames all checkouts of the page have together.
const FRAMES: &str = "[...document.querySelectorAll('kassa-checkout')].flatMap((it) => [...it.shadowRoot.querySelectorAll('iframe')]).length";

/// The example writes down what it hears.
fn said(text: &str) -> String {
    format!("document.getElementById('heard').textContent.includes('{text}')")
}

async fn pays_after_the_checkout_was_away(framework: &str) {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        has_a_page_of(payer, &stage, (framework, &session)).await;
        payer.waits_for(&said("ready")).await;
        assert_eq!(payer.computes(FRAMES).await, Some(json!(1)));
        payer.presses("#toggle").await;
        payer
            .waits_for("!document.querySelector('kassa-checkout')")
            .await;
        payer.presses("#toggle").await;
        payer.looks_into_the_element().await;
        payer.has_the_program().await;
        payer.presses(CONFIRM).await;
        payer.pays_by_card(card::GOOD).await;
        payer.sees(&english("paid_heading")).await;
        payer.looks_up().await;
        payer.waits_for(&said("validate")).await;
        payer.waits_for(&said("captured")).await;
        assert_eq!(payer.computes(FRAMES).await, Some(json!(1)));
    })
    .await;
    stage.merchant().payment_in(&session, "captured").await;
    assert_eq!(stage.merchant().charges().await.len(), 1);
}

#[tokio::test]
async fn a_payer_pays_in_a_react_page_that_mounts_everything_twice() {
    pays_after_the_checkout_was_away("react").await;
}

#[tokio::test]
async fn a_payer_pays_in_a_vue_page() {
    pays_after_the_checkout_was_away("vue").await;
}
