//! The program comes late, never, or dies: the page is there all the same.

use std::time::Duration;

use serde_json::json;

use crate::merchant::text;
use crate::payer::{CONFIRM, PAY, card};
use crate::stage::{Gate, Program, Scripts, Stage, journey};
use crate::words::english;

#[tokio::test]
async fn what_is_typed_before_the_program_arrives_is_kept_with_its_focus() {
    let (stage, passed) =
        Stage::behind(Gate::open(Program::Late(Duration::from_secs(3))).await).await;
    let session = stage
        .merchant()
        .session_with("ES", &json!({ "payer": { "email": "" } }))
        .await;
    journey(&stage, Scripts::On, async |payer| {
        payer.opens_without_waiting(&session.url).await;
        payer.writes("first_name", "Zoë").await;
        payer.writes("email", "early@example.com").await;
        assert!(!*passed.borrow(), "the program was not held back");
        payer.has_the_program().await;
        assert!(*passed.borrow());
        assert_eq!(
            payer.computes("document.activeElement?.name").await,
            Some(json!("email"))
        );
        payer.types("x").await;
        assert_eq!(payer.has_in("email").await, "early@example.comx");
        assert_eq!(payer.has_in("first_name").await, "Zoë");
        payer.confirms().await;
        payer.sees("early@example.comx").await;
    })
    .await;
    assert_eq!(
        stage.merchant().look_at(&session).await["payer"]["first_name"],
        "Zoë"
    );
}

#[tokio::test]
async fn a_payer_pays_where_the_program_never_arrives() {
    let (stage, _) = Stage::behind(Gate::open(Program::Missing).await).await;
    let session = stage
        .merchant()
        .session_with("ES", &json!({ "payer": { "email": "" } }))
        .await;
    journey(&stage, Scripts::On, async |payer| {
        payer.expects_error(".wasm");
        payer.expects_error("WebAssembly");
        payer.expects_error("422");
        payer.opens(&session.url).await;
        payer.presses(CONFIRM).await;
        payer.sees(&english("error_required")).await;
        payer.writes("email", "amina@example.com").await;
        payer.confirms().await;
        payer.chooses("wallet").await;
        payer.presses(PAY).await;
        payer
            .presses("button[value=approve], button[value=pay]")
            .await;
        payer.sees(&english("paid_heading")).await;
    })
    .await;
    assert_eq!(stage.merchant().charges().await.len(), 1);
}

/// Whether the program has taken over.
const PROGRAM: &str = "document.documentElement.dataset.kassa ?? 'not yet'";

#[tokio::test]
async fn a_card_that_is_paid_with_before_the_program_arrives_waits_for_it() {
    let late = Program::Late(Duration::from_secs(5));
    let (stage, _) = Stage::behind(Gate::open(late).await).await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        payer.opens_without_waiting(&session.url).await;
        payer.finds(CONFIRM).await;
        payer
            .runs(&format!(
                "void setTimeout(() => document.querySelector({CONFIRM:?}).click())"
            ))
            .await;
        payer.writes_card(card::GOOD).await;
        assert_eq!(payer.computes(PROGRAM).await, Some(json!("not yet")));
        payer.double_clicks(PAY).await;
        payer.sees(&english("paid_heading")).await;
    })
    .await;
    assert_eq!(stage.merchant().charges().await.len(), 1);
}

/// What the browser reports when the program stops in the middle. It is reported by hand, because
/// what the driver's own scripts throw reaches a page without its reason.
const CRASH: &str = "dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') }))";

#[tokio::test]
async fn a_payer_pays_after_the_program_crashed() {
    let stage = Stage::open().await;
    let session = stage
        .merchant()
        .session_with("ES", &json!({ "payer": { "email": "" } }))
        .await;
    journey(&stage, Scripts::On, async |payer| {
        payer.expects_error("422");
        payer.opens(&session.url).await;
        payer.has_the_program().await;
        payer.writes("email", "amina@example.com").await;
        payer.runs(CRASH).await;
        payer.finds("#kassa-crashed").await;
        assert_eq!(payer.has_in("email").await, "amina@example.com");
        payer.presses(CONFIRM).await;
        payer.sees("amina@example.com").await;
        payer.chooses("bank_transfer").await;
        payer.presses(PAY).await;
        payer.sees(&english("pending_heading")).await;
        let payment = stage.merchant().payment_in(&session, "processing").await;
        payer.sees(&text(&payment["reference"])).await;
    })
    .await;
}
