//! The bare frame: none of our scripts in the shop's page, only the documented protocol.

use serde_json::json;

use crate::payer::{CONFIRM, card};
use crate::stage::{Scripts, Stage, journey};
use crate::words::english;

/// What a shop could write itself: it hears messages and answers nothing.
const LISTEN: &str = "window.heard = []; addEventListener('message', ({ origin, data }) => heard.push({ origin, ...data }))";

#[tokio::test]
async fn a_payer_pays_in_a_bare_frame_and_the_shop_can_follow_the_protocol() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        payer.opens(&stage.shop.page_with_frame(&session)).await;
        assert_eq!(payer.computes("customElements.get('kassa-checkout') === undefined").await, Some(json!(true)));
        payer.runs(&format!("(() => {{ {LISTEN} }})()")).await;
        payer.looks_into("iframe[src*='/v1/view/']").await;
        payer.has_the_program().await;
        payer.presses(CONFIRM).await;
        payer.pays_by_card(card::GOOD).await;
        payer.sees(&english("paid_heading")).await;
        payer.looks_up().await;
        payer.waits_for("heard.some(({ type, status }) => type === 'payment' && status === 'captured')").await;
        let envelope = format!(
            "heard.every(({{ kassa, session, origin }}) => kassa === 1 && session === '{}' && origin === '{}')",
            session.id,
            stage.server.url(),
        );
        assert_eq!(payer.computes(&envelope).await, Some(json!(true)));
    })
    .await;
    stage.merchant().payment_in(&session, "captured").await;
    assert_eq!(stage.merchant().charges().await.len(), 1);
}

#[tokio::test]
async fn a_shop_that_asks_is_always_answered() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        payer.opens(&stage.shop.page_with_frame(&session)).await;
        payer.runs(&format!("(() => {{ {LISTEN} }})()")).await;
        payer.looks_into("iframe[src*='/v1/view/']").await;
        payer.has_the_program().await;
        payer.looks_up().await;
        for (question, answer) in [("hello", "ready"), ("refresh", "updated"), ("set_locale", "locale"), ("lock", "locked")] {
            let ask = format!(
                "(() => {{ heard.length = 0; document.querySelector('iframe').contentWindow.postMessage(\
                 {{ kassa: 1, session: '{}', type: '{question}', locale: 'es' }}, '{}') }})()",
                session.id,
                stage.server.url(),
            );
            payer.runs(&ask).await;
            payer.waits_for(&format!("heard.some(({{ type }}) => type === '{answer}')")).await;
        }
    })
    .await;
}
