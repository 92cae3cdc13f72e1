//! Pages on origins that the account did not register.

use serde_json::json;

use crate::stage::{Scripts, Stage, journey};

#[tokio::test]
async fn a_frame_on_an_unregistered_origin_is_refused_and_the_fallback_stays() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    let stranger = stage.stranger().await;
    journey(&stage, Scripts::On, async |payer| {
        payer.expects_error("frame-ancestors");
        payer.expects_error("postMessage");
        payer.opens(&stranger.page_with_script(&session)).await;
        payer.runs("(() => { window.failed = null; document.addEventListener('kassa:error', (e) => { window.failed = e.detail.code }) })()").await;
        payer.waits_for("failed === 'unreachable'").await;
        payer.finds(&format!("kassa-checkout a[href*='{}']", session.id)).await;
        payer.opens(&stranger.page_with_frame(&session)).await;
        payer.looks_into("iframe").await;
        payer.waits_for("!document.getElementById('kassa')").await;
    })
    .await;
}

/// Asks every window that it can reach, and waits long enough for an answer to have come: the
/// registered page's own question, asked last, is answered meanwhile.
fn ask(target: &str, session: &str) -> String {
    format!(
        "(() => {{ window.heard = []; addEventListener('message', ({{ data }}) => heard.push(data)); \
         for (const type of ['hello', 'refresh', 'set_locale']) \
         {target}.postMessage({{ kassa: 1, session: '{session}', type, locale: 'es' }}, '*') }})()"
    )
}

#[tokio::test]
async fn a_page_on_an_unregistered_origin_gets_no_answer() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    let stranger = stage.stranger().await;
    journey(&stage, Scripts::On, async |payer| {
        payer.opens(&stranger.origin()).await;
        let open = format!(
            "(() => {{ window.shop = open('{}') }})()",
            stage.shop.page_with_frame(&session)
        );
        payer.runs(&open).await;
        let stranger_tab = payer.looks_at_the_other_tab().await;
        payer.looks_into("iframe[src*='/v1/view/']").await;
        payer.has_the_program().await;
        let shop_tab = payer.looks_at_tab(stranger_tab).await;
        payer.runs(&ask("shop.frames[0]", &session.id)).await;
        let stranger_tab = payer.looks_at_tab(shop_tab).await;
        payer.runs(&ask("frames[0]", &session.id)).await;
        payer
            .waits_for("heard.some(({ type }) => type === 'updated')")
            .await;
        payer.looks_at_tab(stranger_tab).await;
        assert_eq!(payer.computes("heard").await, Some(json!([])));
    })
    .await;
}

#[tokio::test]
async fn a_message_about_another_session_gets_no_answer() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        payer.opens(&stage.shop.page_with_frame(&session)).await;
        payer.looks_into("iframe[src*='/v1/view/']").await;
        payer.has_the_program().await;
        payer.looks_up().await;
        payer
            .runs(&ask("frames[0]", "cs_000000000000000000000000"))
            .await;
        payer.runs("frames[0].postMessage({ kassa: 2 }, '*')").await;
        payer.runs("frames[0].postMessage(null, '*')").await;
        payer
            .runs(&format!(
                "frames[0].postMessage({{ kassa: 1, session: '{}', type: 'hello' }}, '*')",
                session.id
            ))
            .await;
        payer
            .waits_for("heard.some(({ type }) => type === 'ready')")
            .await;
        assert_eq!(
            payer
                .computes("heard.some(({ type }) => type === 'updated' || type === 'locale')")
                .await,
            Some(json!(false))
        );
    })
    .await;
}
