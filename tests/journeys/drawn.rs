//! What the server draws, as it stands on a phone.

use serde_json::json;

use crate::payer::CONFIRM;
use crate::stage::{Scripts, Stage, journey};
use crate::words::english;

const STARTS: &str = "['.summary p:nth-of-type(2) bdi', '.summary .quiet bdi']
    .map((css) => document.querySelector(css).getBoundingClientRect().left)";

#[tokio::test]
async fn who_pays_takes_little_room_where_the_card_is_typed_in_any_script() {
    let stage = Stage::open().await;
    let payer = json!({ "payer": { "first_name": "أمينة", "last_name": "أوكافور" } });
    let session = stage.merchant().session_with("ES", &payer).await;
    journey(&stage, Scripts::On, async |payer| {
        payer.is_as_wide_as(390).await;
        payer.opens(&session.url).await;
        payer.has_the_program().await;
        let starts = payer.computes(STARTS).await.unwrap();
        assert_eq!(starts[0], starts[1], "a name stands where names stand");
        payer.presses(CONFIRM).await;
        payer.sees(&english("pay_heading")).await;
        payer
            .waits_for("document.querySelector('.brief').clientHeight < 80")
            .await;
        let who = payer
            .computes("document.querySelector('.brief').innerText")
            .await;
        let who = who.unwrap().as_str().unwrap().to_owned();
        assert!(who.contains("أمينة"), "{who}");
        assert!(who.contains(&english("change")), "{who}");
    })
    .await;
}

#[tokio::test]
async fn a_reference_is_copied_and_said_with_and_without_the_program() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        payer.opens(&session.url).await;
        payer.has_the_program().await;
        payer.presses(CONFIRM).await;
        payer.chooses("bank_transfer").await;
        payer.presses(crate::payer::PAY).await;
        payer.sees(&english("pending_heading")).await;
        payer.finds(".qr svg").await;
        payer.may_copy().await;
        payer.presses("[data-act=copy]").await;
        payer.sees(&english("copied")).await;
        payer
            .waits_for("document.querySelector('[role=status]').textContent === 'Copied.'")
            .await;
        payer
            .waits_for("navigator.clipboard.readText().then((it) => it === document.querySelector('[data-act=copy]').dataset.text)")
            .await;
    })
    .await;
}
