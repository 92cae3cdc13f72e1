//! Several checkouts on a page, taken out, put back and moved.

use serde_json::json;

use crate::merchant::Session;
use crate::payer::{CONFIRM, Payer, card};
use crate::stage::{Scripts, Stage, is_chromiums_alone, journey};
use crate::words::english;

/// A page with a checkout for each session, and what each of them says.
async fn has_a_page_with(payer: &Payer, stage: &Stage, sessions: [&Session; 2]) {
    let [first, second] = sessions;
    let page = format!(
        "<script type=module src={}/kassa.js></script>\
         <main id=here><kassa-checkout id=first session={}></kassa-checkout>\
         <kassa-checkout id=second session={}></kassa-checkout></main><aside id=there></aside>",
        stage.server.url(),
        first.id,
        second.id,
    );
    payer.opens(&stage.pages.write("", &page)).await;
    payer
        .runs(
            "(() => { window.heard = []; for (const type of ['ready', 'payment', 'locale', 'error']) \
             addEventListener(`kassa:${type}`, ({ target, detail }) => heard.push({ at: target.id, type, ...detail })) })()",
        )
        .await;
    for name in ["first", "second"] {
        payer.looks_into_the(name).await;
        payer.has_the_program().await;
        payer.looks_up().await;
    }
}

#[tokio::test]
async fn two_on_a_page_are_paid_each_by_itself_and_each_event_says_whose_it_is() {
    let stage = Stage::open().await;
    let first = stage.merchant().session("ES").await;
    let second = stage.merchant().session("JP").await;
    journey(&stage, Scripts::On, async |payer| {
        has_a_page_with(payer, &stage, [&first, &second]).await;
        payer.runs("first.setLocale('es')").await;
        payer
            .waits_for("heard.some(({ at, type }) => at === 'first' && type === 'locale')")
            .await;
        payer.looks_into_the("second").await;
        payer.presses(CONFIRM).await;
        payer.pays_by_card(card::GOOD).await;
        payer.sees(&english("paid_heading")).await;
        payer.looks_up().await;
        payer
            .waits_for("heard.some(({ at, status }) => at === 'second' && status === 'captured')")
            .await;
        let others = "heard.filter(({ at, type }) => at === 'first' && type !== 'ready' && type !== 'locale')";
        assert_eq!(payer.computes(others).await, Some(json!([])));
        let both = "Promise.all([first.refresh(), second.refresh()]).then((found) => { window.found = found })";
        payer.runs(both).await;
        payer.waits_for("found.every((it) => it)").await;
    })
    .await;
    stage.merchant().payment_in(&second, "captured").await;
    stage.merchant().session_in(&first, "open").await;
}

#[tokio::test]
async fn a_checkout_that_is_taken_out_is_gone_and_put_back_it_works_again() {
    let stage = Stage::open().await;
    let first = stage.merchant().session("ES").await;
    let second = stage.merchant().session("JP").await;
    journey(&stage, Scripts::On, async |payer| {
        has_a_page_with(payer, &stage, [&first, &second]).await;
        payer
            .runs("(() => { heard.length = 0; window.taken = first; first.remove() })()")
            .await;
        payer
            .waits_for("!taken.shadowRoot.querySelector('iframe')")
            .await;
        payer
            .runs("taken.refresh().then((found) => { window.found = found })")
            .await;
        payer.waits_for("found === false").await;
        payer.runs("there.append(taken)").await;
        payer
            .waits_for("heard.some(({ at, type }) => at === 'first' && type === 'ready')")
            .await;
        payer.looks_into_the("first").await;
        payer.has_the_program().await;
        payer.presses(CONFIRM).await;
        payer.pays_by_card(card::GOOD).await;
        payer.sees(&english("paid_heading")).await;
        payer.looks_up().await;
        payer
            .waits_for("heard.some(({ at, status }) => at === 'first' && status === 'captured')")
            .await;
    })
    .await;
    stage.merchant().payment_in(&first, "captured").await;
}

/// Where the browser can move an element as it is, what was typed stays.
#[tokio::test]
async fn a_checkout_that_is_moved_keeps_what_was_typed() {
    if is_chromiums_alone("Firefox loads a frame anew whose shadow root's host is moved") {
        return;
    }
    let stage = Stage::open().await;
    let first = stage.merchant().session("ES").await;
    let second = stage.merchant().session("JP").await;
    journey(&stage, Scripts::On, async |payer| {
        has_a_page_with(payer, &stage, [&first, &second]).await;
        payer.looks_into_the("first").await;
        payer.presses(CONFIRM).await;
        payer.writes_card(card::GOOD).await;
        payer.looks_up().await;
        payer.runs("there.moveBefore(first, null)").await;
        payer.looks_into_the("first").await;
        let number = payer
            .computes("document.querySelector('[autocomplete=cc-number]').value")
            .await;
        assert_eq!(number, Some(json!("4242 4242 4242 4242")));
        payer.presses(crate::payer::PAY).await;
        payer.sees(&english("paid_heading")).await;
    })
    .await;
    stage.merchant().payment_in(&first, "captured").await;
}

#[tokio::test]
async fn a_checkout_that_is_moved_is_paid_where_it_is_then() {
    let stage = Stage::open().await;
    let first = stage.merchant().session("ES").await;
    let second = stage.merchant().session("JP").await;
    journey(&stage, Scripts::On, async |payer| {
        // Firefox loads the frame anew: for a moment it is no page of ours.
        payer.expects_error("postMessage");
        has_a_page_with(payer, &stage, [&first, &second]).await;
        payer.runs("there.moveBefore(first, null)").await;
        payer
            .runs("first.refresh().then((found) => { window.found = found })")
            .await;
        payer.waits_for("typeof found === 'boolean'").await;
        payer.looks_into_the("first").await;
        payer.has_the_program().await;
        payer.presses(CONFIRM).await;
        payer.pays_by_card(card::GOOD).await;
        payer.sees(&english("paid_heading")).await;
        payer.looks_up().await;
        payer
            .waits_for("heard.some(({ at, status }) => at === 'first' && status === 'captured')")
            .await;
    })
    .await;
    stage.merchant().payment_in(&first, "captured").await;
}
