//! The keyboard alone.

use serde_json::json;
use thirtyfour::Key;

use crate::payer::card;
use crate::stage::{Scripts, Stage, journey};
use crate::tour::Look;
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

/// Whether what has the focus can be seen, at least in part: not under the total, nor outside.
const IN_SIGHT: &str = "(() => { const it = document.activeElement; const { left, top, right, bottom } = it.getBoundingClientRect(); \
    const spots = [top + 2, (top + bottom) / 2, bottom - 2].map((y) => document.elementFromPoint((left + right) / 2, y)); \
    return spots.some((spot) => spot && (spot === it || it.contains(spot) || spot.contains(it) && spot.closest('label, summary'))) })()";

#[tokio::test]
async fn whatever_has_the_focus_is_in_sight_at_four_times_the_size() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        payer.looks_as(&Look::enlarged("en", "light")).await;
        payer.opens(&format!("{}?edit=1", session.url)).await;
        payer.has_the_program().await;
        payer.tabs_to("[name=first_name]").await;
        while payer
            .computes("document.activeElement === document.body")
            .await
            == Some(json!(false))
        {
            let what = payer
                .computes("document.activeElement.outerHTML.slice(0, 120)")
                .await;
            let seen = payer.computes(IN_SIGHT).await;
            assert_eq!(seen, Some(json!(true)), "{what:?}");
            payer.hits(Key::Tab).await;
        }
    })
    .await;
}
