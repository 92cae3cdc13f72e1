//! The checkout in a window of its own.

use serde_json::json;

use crate::merchant::Session;
use crate::payer::{CONFIRM, Payer, card};
use crate::stage::{Scripts, Stage, journey};
use crate::words::english;

/// A page with a checkout that opens a window, and everything that it hears.
async fn has_a_page_with_a_popup(payer: &Payer, stage: &Stage, session: &Session) {
    let page = format!(
        "<script type=module src={}/kassa.js></script><main>\
         <kassa-checkout mode=popup session={}><a id=pay href={}>Pay</a></kassa-checkout></main>",
        stage.server.url(),
        session.id,
        session.url,
    );
    payer.opens(&stage.pages.write("", &page)).await;
    payer
        .waits_for("!!customElements.get('kassa-checkout')")
        .await;
    payer
        .runs(
            "(() => { window.checkout = document.querySelector('kassa-checkout'); window.heard = []; \
             for (const type of ['ready', 'confirm', 'payment', 'error', 'locale', 'close']) \
             addEventListener(`kassa:${type}`, (event) => heard.push({ type, ...event.detail })) })()",
        )
        .await;
}

fn heard(type_: &str) -> String {
    format!("heard.some(({{ type }}) => type === '{type_}')")
}

#[tokio::test]
async fn a_payer_pays_in_a_window_of_its_own_and_the_shop_hears_of_it() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        has_a_page_with_a_popup(payer, &stage, &session).await;
        payer.presses("#pay").await;
        let shop = payer.looks_at_the_other_tab().await;
        payer.has_the_program().await;
        payer.presses(CONFIRM).await;
        payer.pays_by_card(card::GOOD).await;
        payer.sees(&english("paid_heading")).await;
        let window = payer.looks_at_tab(shop).await;
        payer
            .waits_for(
                "heard.some(({ type, status }) => type === 'payment' && status === 'captured')",
            )
            .await;
        payer.waits_for(&heard("confirm")).await;
        let shop = payer.looks_at_tab(window).await;
        payer.closes_the_window_and_looks_at(shop).await;
        payer.waits_for(&heard("close")).await;
        payer
            .waits_for("document.getElementById('pay').checkVisibility()")
            .await;
    })
    .await;
    stage.merchant().payment_in(&session, "captured").await;
    assert_eq!(stage.merchant().charges().await.len(), 1);
}

/// Where nothing says who opened the window but its name: our own documents hide whence one came.
#[tokio::test]
async fn the_shop_and_its_window_go_on_speaking_from_document_to_document() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        has_a_page_with_a_popup(payer, &stage, &session).await;
        payer.presses("#pay").await;
        let shop = payer.looks_at_the_other_tab().await;
        payer.has_the_program().await;
        payer
            .runs("void setTimeout(() => location.replace(location.pathname + '?locale=en'))")
            .await;
        payer
            .waits_for("location.search === '?locale=en' && document.referrer === ''")
            .await;
        payer.has_the_program().await;
        payer.confirms().await;
        payer.looks_at_tab(shop).await;
        // Nobody has asked this document anything yet.
        payer.waits_for(&heard("confirm")).await;
        payer
            .runs("checkout.refresh().then((found) => { window.found = found })")
            .await;
        payer.waits_for("found === true").await;
        payer.runs("checkout.setLocale('es')").await;
        payer.waits_for(&heard("locale")).await;
        payer
            .runs("checkout.lock().then((locked) => { window.locked = locked })")
            .await;
        payer.waits_for("locked === true").await;
        payer.runs("checkout.close()").await;
        payer.waits_for(&heard("close")).await;
        assert_eq!(
            payer
                .computes("heard.filter(({ type }) => type === 'error')")
                .await,
            Some(json!([]))
        );
    })
    .await;
}

#[tokio::test]
async fn a_second_press_shows_the_window_that_is_there_with_everything_typed() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        has_a_page_with_a_popup(payer, &stage, &session).await;
        payer.presses("#pay").await;
        let shop = payer.looks_at_the_other_tab().await;
        payer.has_the_program().await;
        payer.runs("(() => { window.still = true })()").await;
        let window = payer.looks_at_tab(shop).await;
        payer.presses("#pay").await;
        payer.looks_at_tab(window).await;
        assert_eq!(payer.computes("still").await, Some(json!(true)));
    })
    .await;
}

#[tokio::test]
async fn where_the_browser_opens_no_window_the_link_is_a_link() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        has_a_page_with_a_popup(payer, &stage, &session).await;
        payer
            .runs("(() => { window.open = () => null; addEventListener('kassa:error', ({ detail }) => { window.name = detail.code }) })()")
            .await;
        payer.presses("#pay").await;
        payer.has_the_program().await;
        payer.presses(CONFIRM).await;
        payer.finds("input[name=method]").await;
        assert_eq!(
            payer.computes("location.href").await,
            Some(json!(session.url))
        );
    })
    .await;
}

/// The window's name may say whatever its opener likes.
#[tokio::test]
async fn a_stranger_that_opens_a_window_hears_nothing_of_it() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    let stranger = stage.stranger().await;
    journey(&stage, Scripts::On, async |payer| {
        payer.expects_error("postMessage");
        payer.opens(&stranger.origin()).await;
        let open = format!(
            "(() => {{ window.heard = []; addEventListener('message', ({{ data }}) => heard.push(data)); \
             window.checkout = open('{url}', '{id} {shop}') }})()",
            url = session.url,
            id = session.id,
            shop = stage.shop.origin(),
        );
        payer.runs(&open).await;
        let tab = payer.looks_at_the_other_tab().await;
        payer.has_the_program().await;
        let window = payer.looks_at_tab(tab).await;
        let ask = format!(
            "(() => {{ for (const type of ['hello', 'refresh', 'lock', 'set_validate']) \
             checkout.postMessage({{ kassa: 1, session: '{}', type, validate: true }}, '*') }})()",
            session.id
        );
        payer.runs(&ask).await;
        let tab = payer.looks_at_tab(window).await;
        payer.presses(CONFIRM).await;
        payer.pays_by_card(card::GOOD).await;
        payer.sees(&english("paid_heading")).await;
        payer.looks_at_tab(tab).await;
        assert_eq!(payer.computes("heard").await, Some(json!([])));
    })
    .await;
}
