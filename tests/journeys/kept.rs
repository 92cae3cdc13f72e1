//! What is kept of what was typed, and what is said of the time that is left.

use serde_json::json;

use crate::payer::{CONFIRM, PAY, card};
use crate::stage::{Scripts, Stage, journey};
use crate::words::english;

/// In microseconds, as the store counts.
const FIVE_MINUTES_US: i64 = 300_000_000;

#[tokio::test]
async fn a_reload_and_the_way_back_keep_everything_but_the_card() {
    let stage = Stage::open().await;
    let wrong = json!({ "payer": { "email": "amina@" } });
    let session = stage.merchant().session_with("ES", &wrong).await;
    journey(&stage, Scripts::On, async |payer| {
        payer.opens(&session.url).await;
        payer.has_the_program().await;
        payer.writes("city", "Enugu").await;
        payer.writes("email", "amina@example.com").await;
        payer.opens("about:blank").await;
        payer.goes_back().await;
        assert_eq!(payer.has_in("city").await, "Enugu");
        payer.reloads().await;
        payer.has_the_program().await;
        assert_eq!(payer.has_in("city").await, "Enugu");
        payer.presses(CONFIRM).await;
        payer.sees(&english("pay_heading")).await;
        payer
            .writes_into("[autocomplete=cc-number]", card::GOOD)
            .await;
        payer.chooses("wallet").await;
        payer.reloads().await;
        payer.has_the_program().await;
        payer
            .waits_for("document.querySelector('[value=wallet]').checked")
            .await;
        payer
            .waits_for("document.querySelector('[autocomplete=cc-number]').value === ''")
            .await;
        let stored = payer.computes("JSON.stringify(sessionStorage)").await;
        assert!(!stored.unwrap().to_string().contains("4242"));
        payer.chooses("bank_transfer").await;
        payer.presses(PAY).await;
        payer.sees(&english("pending_heading")).await;
    })
    .await;
}

#[tokio::test]
async fn a_reload_keeps_what_was_typed_into_the_fields_of_another_country() {
    let stage = Stage::open().await;
    let unknown = json!({ "payer": { "city": "" } });
    let session = stage.merchant().session_with("ES", &unknown).await;
    journey(&stage, Scripts::On, async |payer| {
        payer.opens(&session.url).await;
        payer.has_the_program().await;
        payer.tabs_to("[name=country]").await;
        payer.types("United States").await;
        payer
            .waits_for("!!document.querySelector('[value=US-CA]')")
            .await;
        payer.tabs_to("[name=region]").await;
        payer.types("California").await;
        payer.writes("postal_code", "94103").await;
        payer.writes("city", "San Francisco").await;
        payer.reloads().await;
        payer.has_the_program().await;
        payer
            .waits_for("document.querySelector('[name=region]')?.value === 'US-CA'")
            .await;
        assert_eq!(payer.has_in("postal_code").await, "94103");
        assert_eq!(payer.has_in("city").await, "San Francisco");
        payer.confirms().await;
    })
    .await;
    let known = stage.merchant().look_at(&session).await["payer"].clone();
    let kept = [&known["region"], &known["postal_code"]];
    assert_eq!(kept, [&json!("US-CA"), &json!("94103")]);
}

#[tokio::test]
async fn what_the_merchant_changed_meanwhile_wins_over_what_was_kept() {
    let stage = Stage::open().await;
    let wrong = json!({ "payer": { "email": "amina@" } });
    let session = stage.merchant().session_with("ES", &wrong).await;
    journey(&stage, Scripts::On, async |payer| {
        payer.opens(&session.url).await;
        payer.has_the_program().await;
        payer.writes("email", "old@example.com").await;
        payer.opens("about:blank").await;
        let payer_now = json!({ "payer": { "email": "new@example.com", "first_name": "Amina" } });
        stage.merchant().changes(&session, &payer_now).await;
        payer.opens(&session.url).await;
        payer.has_the_program().await;
        assert_eq!(payer.has_in("email").await, "new@example.com");
    })
    .await;
}

#[tokio::test]
async fn the_last_minutes_are_counted_down_and_said() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    let database = stage.database().await;
    sqlx::query("UPDATE sessions SET expires_at = created_at + ?")
        .bind(FIVE_MINUTES_US)
        .execute(&database)
        .await
        .unwrap();
    database.close().await;
    let said = english("time_left").replace("{time}", "4:");
    journey(&stage, Scripts::On, async |payer| {
        payer.opens(&session.url).await;
        payer.sees(&said).await;
        payer.has_the_program().await;
        let voice =
            format!("document.querySelector('[role=status]').textContent.startsWith({said:?})");
        payer.waits_for(&voice).await;
        payer.sees(&said).await;
    })
    .await;
}
