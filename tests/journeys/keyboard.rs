//! The keyboard alone.

use serde_json::json;
use thirtyfour::Key;

use crate::payer::card;
use crate::stage::{Scripts, Stage, journey};
use crate::words::english;

#[tokio::test]
async fn a_payer_pays_with_the_keyboard_alone() {
    let stage = Stage::open().await;
    let session = stage
        .merchant()
        .session_with("ES", &json!({ "payer": { "email": "amina@" } }))
        .await;
    journey(&stage, Scripts::On, async |payer| {
        payer.opens(&session.url).await;
        payer.has_the_program().await;
        payer.tabs_to("[name=email]").await;
        payer.types(Key::Control + "a").await;
        payer.types("amina@example.com").await;
        payer.tabs_to("button[value=confirm]").await;
        payer.hits(Key::Enter).await;
        payer.finds("input[name=method]").await;
        payer.tabs_to("input[name=method]").await;
        payer.types(" ").await;
        for (field, text) in [
            ("cc-number", card::GOOD),
            ("cc-exp", "0435"),
            ("cc-csc", "123"),
            ("cc-name", "Amina Okafor"),
        ] {
            payer.tabs_to(&format!("[autocomplete={field}]")).await;
            payer.types(text).await;
        }
        payer.tabs_to("button[value=pay]").await;
        payer.hits(Key::Enter).await;
        payer.sees(&english("paid_heading")).await;
    })
    .await;
    stage.merchant().payment_in(&session, "captured").await;
}
