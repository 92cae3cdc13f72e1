//! `POST` to the processor's tokenizer.

use std::marker::PhantomData;

use js_sys::encode_uri_component;
use kassa_wire::request::{CardDetails, CardToken};
use wasm_bindgen::JsValue;

use super::exchange::Question;
use super::json;

/// Changes a card into a token that can be charged once. The card goes to the processor and
/// nowhere else. With a key it is written as Stripe's API takes it, else as the sandbox does.
/// Without an answer there is no token, and nothing was charged.
#[must_use]
pub fn post_token(
    tokenizer: String,
    key: Option<String>,
    card: CardDetails,
) -> Question<CardToken> {
    let body = match key {
        Some(key) => for_stripe(&key, &card).into(),
        None => for_the_sandbox(card),
    };
    Question {
        method: "POST",
        address: tokenizer,
        header: String::new(),
        body,
        answer: PhantomData,
    }
}

fn for_the_sandbox(card: CardDetails) -> JsValue {
    let CardDetails {
        number,
        expiry_month,
        expiry_year,
        security_code,
        holder,
    } = card;
    json::object([
        ("number", number.into()),
        ("expiry_month", expiry_month.into()),
        ("expiry_year", expiry_year.into()),
        ("security_code", security_code.into()),
        ("holder", holder.into()),
    ])
}

/// The key stands in the form and not in a header, so that no browser asks beforehand whether it
/// may. Number, code and date are digits.
fn for_stripe(key: &str, card: &CardDetails) -> String {
    [
        "type=card&card[number]=",
        &card.number,
        "&card[exp_month]=",
        &card.expiry_month.to_string(),
        "&card[exp_year]=",
        &card.expiry_year.to_string(),
        "&card[cvc]=",
        &card.security_code,
        "&billing_details[name]=",
        &String::from(encode_uri_component(&card.holder)),
        "&key=",
        &String::from(encode_uri_component(key)),
    ]
    .concat()
}
