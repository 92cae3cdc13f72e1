//! The program dies in the middle: what is left is the plain form, with everything in it.
//!
//! It dies as a program really does. The browser has little memory left for it, the payer pastes a
//! whole book where a few words belong, and what was built and is shipped traps inside WebAssembly.

use serde_json::json;

use crate::merchant::text;
use crate::payer::{CHANGE, CONFIRM, PAY, Payer, card};
use crate::stage::{Scripts, Stage, is_chromiums_alone, journey};
use crate::words::english;

/// More than all the memory that the program can have.
const A_BOOK: usize = 3_000_000;

/// Why Firefox does not play these journeys.
const NEEDS_LITTLE_MEMORY: &str = "Firefox has no setting that leaves a program little memory";

/// Whether the program took over, lives, or is dead.
const PROGRAM: &str = "document.documentElement.dataset.kassa";

/// Pastes a book where it kills the program, and sees that this page says so.
async fn kills_the_program(payer: &Payer, css: &str) {
    payer.expects_error("RuntimeError: unreachable");
    payer.has_the_program().await;
    payer.runs(REMEMBER).await;
    payer.pastes_into(css, &"x".repeat(A_BOOK)).await;
    payer.finds("#kassa-crashed").await;
    payer.sees(&english("crashed")).await;
    let why = payer.computes("window.whatKilledIt").await;
    assert_eq!(why, Some(json!("RuntimeError: unreachable")));
    assert_eq!(payer.computes(PROGRAM).await, Some(json!("dead")));
    let script = format!("document.querySelector({css:?}).value.length");
    assert_eq!(payer.computes(&script).await, Some(json!(A_BOOK)));
}

/// Remembers in this document what the browser reports: another document knows nothing of it.
const REMEMBER: &str = "addEventListener('error', ({ error }) => { \
    if (error instanceof WebAssembly.RuntimeError) window.whatKilledIt = String(error) })";

/// Fails unless another document came from the server since the program died.
async fn came_from_the_server(payer: &Payer) {
    payer.waits_for("!window.whatKilledIt").await;
}

#[tokio::test]
async fn a_payer_changes_their_information_and_pays_after_the_program_died() {
    if is_chromiums_alone(NEEDS_LITTLE_MEMORY) {
        return;
    }
    let stage = Stage::open().await;
    let merchant = stage.merchant();
    let session = merchant
        .session_with("ES", &json!({ "payer": { "email": "" } }))
        .await;
    journey(&stage, Scripts::OnInLittleMemory, async |payer| {
        payer.opens(&session.url).await;
        payer.writes("email", "amina@example.com").await;
        payer.writes("first_name", "Zoë").await;
        kills_the_program(payer, "[name=city]").await;
        assert_eq!(payer.has_in("email").await, "amina@example.com");
        assert_eq!(payer.has_in("first_name").await, "Zoë");
        payer.writes("city", "Lagos").await;
        payer.confirms().await;
        came_from_the_server(payer).await;
        payer.sees("amina@example.com").await;

        payer.chooses("card").await;
        kills_the_program(payer, "[autocomplete=cc-name]").await;
        payer.presses(CHANGE).await;
        payer.writes("email", "amina@example.org").await;
        came_from_the_server(payer).await;
        assert_eq!(payer.has_in("city").await, "Lagos");
        payer.confirms().await;

        payer.chooses("card").await;
        kills_the_program(payer, "[autocomplete=cc-name]").await;
        payer.chooses("bank_transfer").await;
        payer.presses(PAY).await;
        payer.sees(&english("pending_heading")).await;
        came_from_the_server(payer).await;
        let payment = merchant.payment_in(&session, "processing").await;
        payer.sees(&text(&payment["reference"])).await;
    })
    .await;
    let known = merchant.look_at(&session).await["payer"].clone();
    assert_eq!(known["email"], "amina@example.org");
    assert_eq!(known["first_name"], "Zoë");
    assert_eq!(known["city"], "Lagos");
}

#[tokio::test]
async fn a_dead_program_sends_no_card_and_the_next_one_does() {
    if is_chromiums_alone(NEEDS_LITTLE_MEMORY) {
        return;
    }
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::OnInLittleMemory, async |payer| {
        payer.expects_error("422");
        payer.opens(&session.url).await;
        payer.confirms().await;
        payer.writes_card(card::GOOD).await;
        kills_the_program(payer, "[autocomplete=cc-name]").await;
        payer.presses(PAY).await;
        payer.sees(&english("notice_card_needs_scripts")).await;
        came_from_the_server(payer).await;
        assert!(stage.merchant().charges().await.is_empty());
        payer.has_the_program().await;
        payer.pays_by_card(card::GOOD).await;
        payer.sees(&english("paid_heading")).await;
    })
    .await;
    assert_eq!(stage.merchant().charges().await.len(), 1);
    stage.log_never_says(card::GOOD);
}

#[tokio::test]
async fn a_press_that_the_program_did_not_survive_is_made_again() {
    if is_chromiums_alone(NEEDS_LITTLE_MEMORY) {
        return;
    }
    let stage = Stage::open().await;
    let session = stage
        .merchant()
        .session_with("ES", &json!({ "payer": { "email": "" } }))
        .await;
    journey(&stage, Scripts::OnInLittleMemory, async |payer| {
        payer.expects_error("409");
        payer.opens(&session.url).await;
        payer.has_the_program().await;
        payer.writes("email", "amina@example.com").await;
        stage.server.pause().await;
        payer.presses(CONFIRM).await;
        payer.finds(&format!("{CONFIRM}.busy[aria-disabled]")).await;
        kills_the_program(payer, "[name=city]").await;
        payer
            .finds(&format!("{CONFIRM}:not(.busy, [aria-disabled])"))
            .await;
        stage.server.go_on().await;
        stage.merchant().session_in(&session, "confirmed").await;
        payer.writes("city", "Lagos").await;
        payer.presses(CONFIRM).await;
        payer.sees(&english("notice_stale")).await;
        came_from_the_server(payer).await;
        assert_eq!(payer.has_in("city").await, "Lagos");
        payer.confirms().await;
    })
    .await;
    let known = stage.merchant().look_at(&session).await["payer"].clone();
    let kept = (&known["email"], &known["city"]);
    assert_eq!(kept, (&json!("amina@example.com"), &json!("Lagos")));
}

/// Listens to the server as the program does, and asks as often as it would before it shows what
/// it heard.
const LISTEN: &str = "void new EventSource(`/api/checkout/${ID}/events`) \
    .addEventListener('status', async ({ data }) => { \
        if (JSON.parse(data).version < 2) return; \
        for (const again of [1, 2, 3]) await fetch(`/api/checkout/${ID}`); \
        window.heard = true })";

#[tokio::test]
async fn what_is_typed_after_the_program_died_is_kept_whatever_happens_elsewhere() {
    if is_chromiums_alone(NEEDS_LITTLE_MEMORY) {
        return;
    }
    let stage = Stage::open().await;
    let session = stage
        .merchant()
        .session_with("ES", &json!({ "payer": { "email": "" } }))
        .await;
    journey(&stage, Scripts::OnInLittleMemory, async |payer| {
        payer.opens(&session.url).await;
        kills_the_program(payer, "[name=city]").await;
        payer.writes("city", "Lagos").await;
        payer.writes("email", "late@example.com").await;
        payer.runs(&LISTEN.replace("${ID}", &session.id)).await;
        let here = payer.looks_at_a_new_tab().await;
        payer.opens(&session.url).await;
        payer.writes("email", "elsewhere@example.com").await;
        payer.confirms().await;
        payer.looks_at_tab(here).await;
        payer.waits_for("window.heard === true").await;
        assert_eq!(payer.has_in("email").await, "late@example.com");
        assert_eq!(payer.has_in("city").await, "Lagos");
        payer.does_not_see(&english("notice_stale")).await;
    })
    .await;
}
