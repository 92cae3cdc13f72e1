//! Fields that the merchant has filled in: shown and locked, or not shown at all. One that is wrong
//! opens again.

use serde_json::json;

use crate::payer::{CHANGE, CONFIRM, Payer};
use crate::stage::{Scripts, Stage, journey};
use crate::words::{Words, english};

const EITHER_WAY: [Scripts; 2] = [Scripts::On, Scripts::Off];

async fn opens(payer: &Payer, url: &str, scripts: Scripts) {
    payer.opens(url).await;
    if scripts == Scripts::On {
        payer.has_the_program().await;
    }
}

#[tokio::test]
async fn a_field_that_is_set_cannot_be_changed_and_a_hidden_one_is_not_asked_for() {
    let set = json!({ "read_only": ["email"], "hidden": ["last_name"] });
    for scripts in EITHER_WAY {
        let stage = Stage::open().await;
        let session = stage.merchant().session_with("ES", &set).await;
        journey(&stage, scripts, async |payer| {
            opens(payer, &session.url, scripts).await;
            payer.presses(CHANGE).await;
            payer.writes("first_name", "Zoë").await;
            let set = Words::of("en").about("set_by", "Universidad de Vallarca");
            payer.sees(&set).await;
            payer.sees("amina@example.com").await;
            payer
                .finds("form:not(:has([name=email], [name=last_name]))")
                .await;
            payer.confirms().await;
        })
        .await;
        let known = stage.merchant().look_at(&session).await["payer"].clone();
        let kept = [&known["first_name"], &known["email"], &known["last_name"]];
        assert_eq!(
            kept,
            [&json!("Zoë"), &json!("amina@example.com"), &json!("Okafor")]
        );
    }
}

#[tokio::test]
async fn a_set_or_hidden_field_that_is_wrong_opens_to_be_mended() {
    let set = json!({
        "payer": { "email": "amina@", "city": "" },
        "read_only": ["email"], "hidden": ["city"],
    });
    for scripts in EITHER_WAY {
        let stage = Stage::open().await;
        let session = stage.merchant().session_with("ES", &set).await;
        journey(&stage, scripts, async |payer| {
            opens(payer, &session.url, scripts).await;
            payer.sees(&english("error_email")).await;
            payer.writes("email", "amina@example.com").await;
            payer.writes("city", "Enugu").await;
            payer.presses(CONFIRM).await;
            payer.sees(&english("pay_heading")).await;
        })
        .await;
        let known = stage.merchant().look_at(&session).await["payer"].clone();
        let mended = [&known["email"], &known["city"]];
        assert_eq!(mended, [&json!("amina@example.com"), &json!("Enugu")]);
    }
}
