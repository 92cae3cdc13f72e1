//! What somebody hears who does not see the page, by the keyboard alone.

use serde_json::json;
use thirtyfour::Key;

use crate::payer::{CONFIRM, PAY, Payer, card};
use crate::stage::{Scripts, Stage, journey};
use crate::words::english;

/// Goes on with Tab to where this leads, and hears this there.
async fn tabs_and_hears(payer: &Payer, css: &str, expected: &str) {
    payer.tabs_to(css).await;
    payer.hears_that(expected).await;
}

async fn mends_the_information(payer: &Payer) {
    let wrong = english("error_email");
    let invalid = format!("textbox \"Email\" invalid, required, {wrong}");
    tabs_and_hears(payer, "[name=email]", &invalid).await;
    payer.types(Key::Control + "a").await;
    payer.types("amina@example.com").await;
    tabs_and_hears(payer, "[name=city]", "textbox \"City\" required").await;
    tabs_and_hears(payer, CONFIRM, "button \"Confirm information\"").await;
    payer.hits(Key::Enter).await;
    payer.was_told(&english("say_errors")).await;
    payer
        .hears_that("group \"Please correct the following\"")
        .await;
    tabs_and_hears(payer, "#kassa-errors a", "link \"City\"").await;
    payer.hits(Key::Enter).await;
    let empty = format!(
        "textbox \"City\" invalid, required, {}",
        english("error_required")
    );
    payer.hears_that(&empty).await;
    payer.types("Enugu").await;
    payer.tabs_to(CONFIRM).await;
    payer.hits(Key::Enter).await;
    payer
        .hears_that("heading \"How would you like to pay?\"")
        .await;
}

async fn writes_the_card(payer: &Payer) {
    let hint = english("method_card_hint");
    let chosen = format!("radio \"Card {hint}\" checked");
    tabs_and_hears(payer, "input[name=method]", &chosen).await;
    for (field, heard, text) in [
        ("cc-number", "textbox \"Card number\" required", card::GOOD),
        ("cc-exp", "textbox \"Expires\" required", "0435"),
        ("cc-csc", "textbox \"Security code\" required", "123"),
        (
            "cc-name",
            "textbox \"Name on card\" required",
            "Amina Okafor",
        ),
    ] {
        tabs_and_hears(payer, &format!("[autocomplete={field}]"), heard).await;
        payer.types(text).await;
    }
}

#[tokio::test]
async fn whoever_only_listens_hears_each_field_each_error_and_where_they_are() {
    let stage = Stage::open().await;
    let wrong = json!({ "payer": { "email": "amina@", "city": "" }, "order": "2026-04418" });
    let session = stage.merchant().session_with("ES", &wrong).await;
    journey(&stage, Scripts::On, async |payer| {
        payer.opens(&session.url).await;
        payer.has_the_program().await;
        mends_the_information(payer).await;
        writes_the_card(payer).await;
        tabs_and_hears(payer, PAY, "button \"Pay €2,650.00\"").await;
        payer.hits(Key::Enter).await;
        payer.was_told(&english("paying_note")).await;
        payer.hears_that("heading \"Payment complete\"").await;
    })
    .await;
    stage.merchant().payment_in(&session, "captured").await;
}

#[tokio::test]
async fn whoever_only_listens_hears_that_the_order_is_being_changed_and_that_it_was() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        payer.opens(&session.url).await;
        payer.has_the_program().await;
        stage.merchant().locks(&session).await;
        payer.was_told("is changing this order right now").await;
        let changes = json!({ "description": "Two courses instead of one" });
        stage.merchant().changes(&session, &changes).await;
        payer.was_told(&english("say_total")).await;
    })
    .await;
}
