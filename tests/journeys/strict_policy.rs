//! The element in a page whose content security policy allows what embed/README.md says, and nothing
//! else.

use crate::merchant::Session;
use crate::payer::{CONFIRM, Payer, card};
use crate::stage::{Scripts, Stage, journey, root};
use crate::words::english;

/// The policy that the README prints, with the server's origin in place of the example's.
fn documented(stage: &Stage) -> String {
    let readme = std::fs::read_to_string(root().join("embed/README.md")).unwrap();
    let policy = readme
        .lines()
        .find_map(|line| line.strip_prefix("Content-Security-Policy: "))
        .expect("the README prints a policy");
    policy.replace("https://pay.example", stage.server.url())
}

async fn has_a_strict_page(payer: &Payer, stage: &Stage, (mode, session): (&str, &Session)) {
    let page = format!(
        "<script type=module src={}/kassa.js></script>\
         <kassa-checkout mode={mode} session={}><a id=pay href={}>Pay</a></kassa-checkout>",
        stage.server.url(),
        session.id,
        session.url,
    );
    payer
        .opens(&stage.pages.write(&documented(stage), &page))
        .await;
    payer
        .waits_for("!!customElements.get('kassa-checkout')")
        .await;
    payer
        .runs("(() => { window.broken = []; addEventListener('securitypolicyviolation', ({ violatedDirective }) => broken.push(violatedDirective)) })()")
        .await;
}

async fn pays(payer: &Payer) {
    payer.has_the_program().await;
    payer.presses(CONFIRM).await;
    payer.pays_by_card(card::GOOD).await;
    payer.sees(&english("paid_heading")).await;
}

#[tokio::test]
async fn a_page_with_the_strict_policy_of_the_documentation_takes_payments_inside() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        has_a_strict_page(payer, &stage, ("inline", &session)).await;
        // The policy is in force: what it did not allow is not done.
        payer.expects_error("style-src");
        payer.expects_error("TrustedHTML");
        payer.expects_error("require-trusted-types-for");
        payer
            .runs(
                "(() => { const style = document.createElement('style'); style.textContent = 'p {}'; \
                 document.head.append(style); try { document.body.innerHTML = '' } catch { window.typed = true } })()",
            )
            .await;
        payer.waits_for("typed && broken.includes('style-src-elem')").await;
        payer.runs("(() => { broken.length = 0 })()").await;
        payer.looks_into_the_element().await;
        pays(payer).await;
        payer.looks_up().await;
        payer.waits_for("broken.length === 0").await;
    })
    .await;
}

#[tokio::test]
async fn the_strict_policy_takes_an_overlay() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        has_a_strict_page(payer, &stage, ("overlay", &session)).await;
        payer.presses("#pay").await;
        payer.looks_into_the_element().await;
        pays(payer).await;
        payer.looks_up().await;
        payer.waits_for("broken.length === 0").await;
    })
    .await;
}

#[tokio::test]
async fn the_strict_policy_takes_a_window_of_its_own() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        has_a_strict_page(payer, &stage, ("popup", &session)).await;
        payer.presses("#pay").await;
        let shop = payer.looks_at_the_other_tab().await;
        pays(payer).await;
        payer.looks_at_tab(shop).await;
        payer.waits_for("broken.length === 0").await;
    })
    .await;
}
