//! `<kassa-checkout>` in all the ways that a page can treat it.

use serde_json::json;

use crate::merchant::Session;
use crate::payer::Payer;
use crate::stage::{Scripts, Stage, journey};

/// A page of the shop with the element known and nothing else, that remembers every event.
async fn has_an_empty_page(payer: &Payer, stage: &Stage, session: &Session) {
    payer.opens(&stage.shop.page_with_script(session)).await;
    payer
        .waits_for("!!customElements.get('kassa-checkout')")
        .await;
    payer
        .runs(
            "(() => { document.body.innerHTML = '<main id=here></main><aside id=there></aside>'; window.heard = []; \
             for (const type of ['ready', 'error', 'locale']) document.addEventListener(`kassa:${type}`, \
             (event) => heard.push(type + (event.detail.code ?? event.detail.locale ?? ''))) })()",
        )
        .await;
}

fn put(session: &str) -> String {
    format!(
        "(() => {{ here.innerHTML = '<kassa-checkout session={session}><a href=/plain>Plain</a></kassa-checkout>' }})()"
    )
}

#[tokio::test]
async fn the_fallback_gives_way_to_the_frame_which_is_as_high_as_its_content() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        has_an_empty_page(payer, &stage, &session).await;
        payer.runs(&put(&session.id)).await;
        payer.waits_for("heard.includes('ready')").await;
        payer
            .waits_for("!here.querySelector('a').checkVisibility()")
            .await;
        payer.looks_into_the_element().await;
        payer.has_the_program().await;
        payer
            .waits_for("document.documentElement.scrollHeight <= innerHeight")
            .await;
        let content = payer
            .computes("Math.ceil(document.body.getBoundingClientRect().height)")
            .await;
        payer.looks_up().await;
        let frame = "here.firstElementChild.shadowRoot.querySelector('iframe')";
        assert_eq!(
            payer.computes(&format!("{frame}.offsetHeight")).await,
            content
        );
        assert_eq!(
            payer
                .computes(&format!("[{frame}.allow, {frame}.title]"))
                .await,
            Some(json!(["payment; clipboard-write", "Checkout"]))
        );
    })
    .await;
}

#[tokio::test]
async fn a_wrong_or_missing_session_tells_the_shop_and_leaves_the_fallback() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        has_an_empty_page(payer, &stage, &session).await;
        for wrong in [
            "\"\"",
            "cs_short",
            "../../evil",
            "cs_0123456789abcdefghijklm%20",
        ] {
            payer.runs("heard.length = 0").await;
            payer.runs(&put(wrong)).await;
            payer
                .waits_for("heard.includes('errorinvalid_session')")
                .await;
            payer
                .waits_for("here.querySelector('a').checkVisibility()")
                .await;
            payer
                .waits_for("!here.firstElementChild.shadowRoot.querySelector('iframe')")
                .await;
        }
        payer.runs("here.firstElementChild.session = ''").await;
        payer
            .runs(&format!(
                "here.firstElementChild.session = '{}'",
                session.id
            ))
            .await;
        payer.waits_for("heard.includes('ready')").await;
    })
    .await;
}

#[tokio::test]
async fn an_unknown_session_leaves_the_fallback() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        payer.expects_error("404");
        payer.expects_error("frame-ancestors");
        payer.expects_error("postMessage");
        has_an_empty_page(payer, &stage, &session).await;
        payer.runs(&put("cs_000000000000000000000000")).await;
        payer.waits_for("heard.includes('errorunreachable')").await;
        payer
            .waits_for("here.querySelector('a').checkVisibility()")
            .await;
    })
    .await;
}

#[tokio::test]
async fn a_moved_element_and_a_script_loaded_twice_leave_one_working_checkout() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        has_an_empty_page(payer, &stage, &session).await;
        let again = format!("void import('{}/kassa.js?again')", stage.server.url());
        payer.runs(&again).await;
        payer.runs(&put(&session.id)).await;
        payer.waits_for("heard.includes('ready')").await;
        payer
            .runs("(() => { heard.length = 0; there.append(here.firstElementChild) })()")
            .await;
        payer.waits_for("heard.includes('ready')").await;
        payer.looks_into_the_element().await;
        payer.has_the_program().await;
        payer.looks_up().await;
        payer
            .runs("there.firstElementChild.refresh().then((found) => { window.found = found })")
            .await;
        payer.waits_for("found === true").await;
        assert_eq!(payer.computes("heard").await, Some(json!(["ready"])));
        payer
            .runs("(() => { window.taken = there.firstElementChild; there.replaceChildren() })()")
            .await;
        payer
            .waits_for("!taken.shadowRoot.querySelector('iframe')")
            .await;
    })
    .await;
}

#[tokio::test]
async fn the_shop_can_change_the_language_and_embed_by_function() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        has_an_empty_page(payer, &stage, &session).await;
        let embed = format!(
            "(() => {{ window.handle = Kassa.embed({{ container: '#here', session: '{}' }}) }})()",
            session.id
        );
        payer.runs(&embed).await;
        payer.waits_for("heard.includes('ready')").await;
        payer.runs("handle.setLocale('es')").await;
        payer.waits_for("heard.includes('localees')").await;
        payer.looks_into_the_element().await;
        payer
            .waits_for("document.documentElement.lang === 'es'")
            .await;
    })
    .await;
}
