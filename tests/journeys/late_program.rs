//! The program comes late or never: the page is there all the same.

use std::time::Duration;

use serde_json::json;

use crate::payer::{CONFIRM, PAY, Payer, card};
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
        // Firefox tells a document that is left that its program did not arrive.
        payer.expects_error("NetworkError when attempting to fetch resource");
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

/// Well within the ten seconds after which the page gives the program up: this is about time.
const MEANWHILE: Duration = Duration::from_secs(5);

/// Presses **Pay**, impatiently, and is kept waiting.
async fn waits_for_a_program(payer: &Payer) {
    let busy = format!("{PAY}.busy");
    payer.presses(PAY).await;
    payer.finds(&busy).await;
    tokio::time::sleep(MEANWHILE).await;
    payer.presses(PAY).await;
    payer.finds(&busy).await;
    let given_up = english("notice_card_needs_scripts");
    payer.does_not_see(&given_up).await;
}

#[tokio::test]
async fn a_card_that_no_program_comes_for_is_told_so_and_nothing_is_lost() {
    let (stage, _) = Stage::behind(Gate::open(Program::Missing).await).await;
    let merchant = stage.merchant();
    let session = merchant
        .session_with("ES", &json!({ "payer": { "city": "" } }))
        .await;
    journey(&stage, Scripts::On, async |payer| {
        payer.expects_error(".wasm");
        payer.expects_error("WebAssembly");
        payer.expects_error("422");
        payer.opens(&session.url).await;
        payer.writes("city", "Lagos").await;
        payer.confirms().await;
        payer.writes_card(card::GOOD).await;
        waits_for_a_program(payer).await;
        payer.sees(&english("notice_card_needs_scripts")).await;
        payer.finds("input[value=card]:checked").await;
        let now = merchant.look_at(&session).await;
        assert_eq!(now["payer"]["city"], "Lagos");
        assert_eq!(
            (&now["state"], &now["payment"]),
            (&json!("confirmed"), &json!(null))
        );
        payer.chooses("bank_transfer").await;
        payer.presses(PAY).await;
        payer.sees(&english("pending_heading")).await;
    })
    .await;
    assert!(merchant.charges().await.is_empty());
    let payment = merchant.payment_in(&session, "processing").await;
    assert_eq!(
        payment["attempts"].as_array().map(Vec::len),
        Some(1),
        "{payment}"
    );
    stage.log_never_says(card::GOOD);
}
