//! The checkout instead of the shop's page.

use serde_json::json;

use crate::merchant::Session;
use crate::payer::{CONFIRM, Payer};
use crate::stage::{Scripts, Stage, journey};

async fn has_a_page(payer: &Payer, stage: &Stage, session: &Session) {
    let page = format!(
        "<script type=module src={}/kassa.js></script>\
         <kassa-checkout mode=redirect locale=es theme=dark session={}>\
         <button id=pay>Pay</button></kassa-checkout>",
        stage.server.url(),
        session.id,
    );
    payer.opens(&stage.pages.write("", &page)).await;
    payer
        .waits_for("!!customElements.get('kassa-checkout')")
        .await;
}

async fn is_at_the_checkout(payer: &Payer, session: &Session) {
    payer.has_the_program().await;
    let address = format!("{}?locale=es&theme=dark", session.url);
    assert_eq!(payer.computes("location.href").await, Some(json!(address)));
    payer.finds(CONFIRM).await;
}

#[tokio::test]
async fn a_button_and_a_call_lead_to_the_checkouts_own_page() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        has_a_page(payer, &stage, &session).await;
        payer.presses("#pay").await;
        is_at_the_checkout(payer, &session).await;
        has_a_page(payer, &stage, &session).await;
        payer
            .runs("void setTimeout(() => document.querySelector('kassa-checkout').open())")
            .await;
        is_at_the_checkout(payer, &session).await;
    })
    .await;
}
