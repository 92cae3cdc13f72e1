//! Text that would like to be more than text, in every field that somebody can fill.

use serde_json::json;

use crate::merchant::Session;
use crate::payer::{CHANGE, CONFIRM, card};
use crate::stage::{Scripts, Stage, journey};
use crate::words::english;

const HOSTILE: &str =
    "</script><script>window.owned=1</script><img src=x onerror=\"owned=1\">&amp;\u{202e}אב😀'\"";

#[tokio::test]
async fn hostile_text_is_shown_as_text_in_every_place() {
    let stage = Stage::open().await;
    let session = stage.merchant().session_with("ES", &json!({
        "description": HOSTILE,
        "customer_id": HOSTILE,
        "metadata": { "note": HOSTILE },
        "payer": { "first_name": HOSTILE, "last_name": HOSTILE, "address": HOSTILE, "city": HOSTILE },
    }))
    .await;
    poison_the_catalogue(&stage).await;
    for scripts in [Scripts::On, Scripts::Off] {
        journey(&stage, scripts, async |payer| {
            payer.opens(&session.url).await;
            payer.sees("<script>window.owned=1</script>").await;
            payer.sees("😀").await;
            if scripts == Scripts::On {
                payer.has_the_program().await;
                assert_eq!(
                    payer.computes("typeof owned").await,
                    Some(json!("undefined"))
                );
            }
            payer.presses(CHANGE).await;
            assert_eq!(payer.has_in("first_name").await, HOSTILE);
        })
        .await;
    }
    pays_amid_it(&stage, &session).await;
}

/// What is typed, confirmed and paid with it all around stays text as well.
async fn pays_amid_it(stage: &Stage, session: &Session) {
    let text = "Amina 😀 <b>";
    journey(stage, Scripts::On, async |payer| {
        payer.opens(&session.url).await;
        payer.has_the_program().await;
        payer.presses(CHANGE).await;
        payer.pastes("last_name", text).await;
        payer.presses(CONFIRM).await;
        payer.pays_by_card(card::GOOD).await;
        payer.sees(&english("paid_heading")).await;
        payer.sees("<script>window.owned=1</script>").await;
        assert_eq!(
            payer.computes("typeof owned").await,
            Some(json!("undefined"))
        );
    })
    .await;
}

/// Merchants' own words come from elsewhere than this API yet: they are put where they lie.
async fn poison_the_catalogue(stage: &Stage) {
    let database = stage.database().await;
    let statements = [
        "UPDATE recipients SET name = ?",
        "UPDATE orders SET lines = json_set(lines, '$[0].label', ?)",
    ];
    for statement in statements {
        sqlx::query(statement)
            .bind(HOSTILE)
            .execute(&database)
            .await
            .unwrap();
    }
    database.close().await;
}
