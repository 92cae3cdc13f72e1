//! The keyboard alone.

use serde_json::json;
use thirtyfour::Key;

use crate::payer::{Payer, card};
use crate::stage::{Scripts, Stage, journey};
use crate::words::english;

/// Goes on with Tab until something has the focus.
async fn tabs_to(payer: &Payer, css: &str) {
    let here = json!(true);
    for _ in 0..80 {
        if payer
            .computes(&format!("document.activeElement.matches({css:?})"))
            .await
            .as_ref()
            == Some(&here)
        {
            return;
        }
        payer.hits(Key::Tab).await;
    }
    panic!("Tab never leads to {css}");
}

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
        tabs_to(payer, "[name=email]").await;
        payer.types(Key::Control + "a").await;
        payer.types("amina@example.com").await;
        tabs_to(payer, "button[value=confirm]").await;
        payer.hits(Key::Enter).await;
        payer.finds("input[name=method]").await;
        tabs_to(payer, "input[name=method]").await;
        payer.types(" ").await;
        for (field, text) in [
            ("cc-number", card::GOOD),
            ("cc-exp", "0435"),
            ("cc-csc", "123"),
            ("cc-name", "Amina Okafor"),
        ] {
            tabs_to(payer, &format!("[autocomplete={field}]")).await;
            payer.types(text).await;
        }
        tabs_to(payer, "button[value=pay]").await;
        payer.hits(Key::Enter).await;
        payer.sees(&english("paid_heading")).await;
    })
    .await;
    stage.merchant().payment_in(&session, "captured").await;
}
