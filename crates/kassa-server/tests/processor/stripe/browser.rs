//! A payer's browser, as far as Stripe meets it.

use std::collections::BTreeMap;

use axum::http::Method;
use serde_json::{Value, json};

use super::Front;

/// A payer's browser.
pub(super) struct Browser;

impl Browser {
    /// Asks for a card's token exactly as the widget's `src/api/post_token.rs` does.
    pub(super) async fn token(tokenizer: &str, key: &str, number: &str) -> String {
        let form = format!(
            "type=card&card[number]={number}&card[exp_month]=12&card[exp_year]=2035\
             &card[cvc]=123&billing_details[name]=Amina%20Okafor&key={key}"
        );
        let request = reqwest::Client::new()
            .post(tokenizer)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(form);
        let answer: Value = request.send().await.unwrap().json().await.unwrap();
        answer["id"].as_str().unwrap().to_owned()
    }

    /// Opens the bank's page and passes its challenge, or does not.
    pub(super) async fn decides(front: &Front, page: &str, decision: Decision) {
        let id = page.rsplit('/').next().unwrap();
        let intent = front.read(&format!("/v1/payment_intents/{id}")).await;
        let secret = intent["client_secret"].as_str().unwrap().to_owned();
        let success = json!(decision == Decision::Passes).to_string();
        let form = BTreeMap::from([
            ("client_secret".to_owned(), secret),
            ("success".to_owned(), success),
        ]);
        let path = format!("/v1/payment_intents/{id}/_authenticate");
        front.behind(Method::POST, &path, &form).await;
    }
}

/// What a payer does at the bank's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Decision {
    Passes,
    Fails,
}
