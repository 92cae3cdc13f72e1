//! `POST` to the processor's tokenizer.

use kassa_wire::request::{CardDetails, CardToken};

use super::exchange::Question;
use super::json;
use crate::checkout::Failure;

/// Changes a card into a token that can be charged once. The card goes to the processor and
/// nowhere else.
///
/// # Errors
/// [`Failure`] where there is no token; nothing was charged then.
pub async fn post_token(tokenizer: String, card: CardDetails) -> Result<String, Failure> {
    let CardDetails {
        number,
        expiry_month,
        expiry_year,
        security_code,
        holder,
    } = card;
    let body = json::object([
        ("number", number.into()),
        ("expiry_month", expiry_month.into()),
        ("expiry_year", expiry_year.into()),
        ("security_code", security_code.into()),
        ("holder", holder.into()),
    ]);
    let question = Question {
        method: "POST",
        address: &tokenizer,
        header: None,
        body: Some(body),
    };
    question.ask().await.map(|card: CardToken| card.token)
}
