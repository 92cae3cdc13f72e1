//! `POST` to the processor's tokenizer.

use gloo_net::http::Request;
use kassa_wire::request::{CardDetails, CardToken};

use super::exchange;
use crate::checkout::Failure;

/// Changes a card into a token that can be charged once. The card goes to the processor and
/// nowhere else.
///
/// # Errors
/// [`Failure`] where there is no token; nothing was charged then.
pub async fn post_token(tokenizer: String, card: CardDetails) -> Result<String, Failure> {
    exchange::send(Request::post(&tokenizer), &card).await.map(|card: CardToken| card.token)
}
