//! The form follows the country.

use serde_json::json;
use thirtyfour::Key;

use crate::payer::{CHANGE, CONFIRM, Payer};
use crate::stage::{Scripts, Stage, journey};
use crate::words::english;

/// Goes on with Tab to a field and types into it: over what is there, or in a list to what begins
/// like this.
async fn fills(payer: &Payer, name: &str, text: &str) {
    payer.tabs_to(&format!("[name={name}]")).await;
    let is_list = "document.activeElement.matches('select')";
    if payer.computes(is_list).await != Some(json!(true)) {
        payer.types(Key::Control + "a").await;
    }
    payer.types(text).await;
}

/// Waits until the form has these parts of an address, in this order.
async fn is_asked_for(payer: &Payer, names: &[&str]) {
    let expected = json!(names).to_string();
    let parts = "['address', 'district', 'city', 'region', 'postal_code']";
    payer
        .waits_for(&format!(
            "JSON.stringify([...document.querySelectorAll('.field [name]')].map((it) => it.name)\
             .filter((it) => {parts}.includes(it))) === {expected:?}"
        ))
        .await;
}

/// A list takes the letters of a second as one word.
async fn a_new_word_begins(payer: &Payer) {
    payer.runs("window.typedAt = performance.now()").await;
    payer.waits_for("performance.now() - typedAt > 1200").await;
}

#[tokio::test]
async fn a_payer_moves_to_japan_and_to_the_united_states_and_back_by_keyboard() {
    let stage = Stage::open().await;
    let merchant = stage.merchant();
    let known = json!({ "locale": "en", "payer": { "email": "amina@", "city": "Rabat" } });
    let session = merchant.session_with("ES", &known).await;
    journey(&stage, Scripts::On, async |payer| {
        payer.opens(&session.url).await;
        payer.has_the_program().await;
        fills(payer, "email", "amina@example.com").await;
        fills(payer, "country", "Japan").await;
        is_asked_for(payer, &["postal_code", "region", "address"]).await;
        fills(payer, "postal_code", "EC1Y 8SY").await;
        fills(payer, "region", "Tokyo").await;
        payer.sees(&english("error_like")).await;
        fills(payer, "address", "1-2-3 Setagaya").await;
        payer.goes_back_to("[name=country]").await;
        payer.types("United States").await;
        is_asked_for(payer, &["address", "city", "region", "postal_code"]).await;
        assert_eq!(payer.has_in("city").await, "Rabat", "nothing typed is lost");
        payer.goes_back_to("[name=country]").await;
        a_new_word_begins(payer).await;
        payer.types("Japan").await;
        is_asked_for(payer, &["postal_code", "region", "address"]).await;
        fills(payer, "postal_code", "154 0023").await;
        fills(payer, "region", "Tokyo").await;
        payer.tabs_to(CONFIRM).await;
        payer.hits(Key::Enter).await;
        payer.finds("input[name=method]").await;
    })
    .await;
    let payer = merchant.look_at(&session).await["payer"].clone();
    assert_eq!(payer["country"], "JP");
    assert_eq!(payer["postal_code"], "1540023");
    assert_eq!(payer["region"], "JP-13");
    assert_eq!(payer["address"], "1-2-3 Setagaya");
}

#[tokio::test]
async fn a_payer_without_scripts_moves_to_another_country_and_loses_nothing() {
    let stage = Stage::open().await;
    let merchant = stage.merchant();
    let session = merchant
        .session_with("ES", &json!({ "locale": "en" }))
        .await;
    journey(&stage, Scripts::Off, async |payer| {
        payer.expects_error("422");
        payer.opens(&session.url).await;
        payer.presses(CHANGE).await;
        payer.writes("city", "Rabat-Salé").await;
        payer.chooses_in("country", "SG").await;
        payer.presses("button[value=fields]").await;
        payer.finds("[name=postal_code]").await;
        payer.chooses_in("country", "US").await;
        payer.presses(CONFIRM).await;
        payer.sees(&english("code_zip")).await;
        assert_eq!(payer.has_in("city").await, "Rabat-Salé");
        payer.chooses_in("region", "US-CA").await;
        payer.writes("postal_code", "95014").await;
        payer.confirms().await;
        payer.finds("input[name=method]").await;
    })
    .await;
    let payer = merchant.look_at(&session).await["payer"].clone();
    assert_eq!(
        (&payer["country"], &payer["region"]),
        (&json!("US"), &json!("US-CA"))
    );
    assert_eq!(payer["city"], "Rabat-Salé");
}
