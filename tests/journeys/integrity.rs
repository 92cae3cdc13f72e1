//! A page that names the hash of the script that it runs.

use crate::merchant::Session;
use crate::payer::Payer;
use crate::stage::{Scripts, Stage, journey};

async fn has_a_page(payer: &Payer, stage: &Stage, (tag, session): (&str, &Session)) {
    let page = format!(
        "{tag}<kassa-checkout session={}><a id=link href={}>Pay</a></kassa-checkout>",
        session.id, session.url,
    );
    payer.opens(&stage.pages.write("", &page)).await;
}

#[tokio::test]
async fn the_tag_that_the_server_prints_runs_the_script_that_it_serves() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    let tag = stage.server.script_tag();
    assert!(tag.contains(" integrity=\"sha384-"), "{tag}");
    journey(&stage, Scripts::On, async |payer| {
        has_a_page(payer, &stage, (&tag, &session)).await;
        payer.looks_into_the_element().await;
        payer.has_the_program().await;
    })
    .await;
}

#[tokio::test]
async fn a_script_that_is_not_the_one_that_was_named_does_not_run_and_the_link_stays() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    let tag = stage.server.script_tag();
    let (before, hash) = tag.split_once("sha384-").unwrap();
    let (_, after) = hash.split_once('"').unwrap();
    let wrong = format!("{before}sha384-{}\"{after}", "A".repeat(64));
    journey(&stage, Scripts::On, async |payer| {
        payer.expects_error("integrity");
        has_a_page(payer, &stage, (&wrong, &session)).await;
        payer.waits_for("document.readyState === 'complete'").await;
        payer
            .waits_for("!customElements.get('kassa-checkout')")
            .await;
        payer.presses("#link").await;
        payer.has_the_program().await;
    })
    .await;
}
