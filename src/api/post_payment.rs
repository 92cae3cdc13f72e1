//! `POST /api/checkout/{id}/payment`.

use std::marker::PhantomData;

use kassa_wire::AttemptKey;
use kassa_wire::request::PostPayment;

use super::exchange::{AskView, Question};
use super::{Asked, json};
use crate::components::wire_name;

/// Pays. The same key with the same request never pays twice; without an answer nobody knows
/// whether it was charged.
#[must_use]
pub fn post_payment(asked: &Asked, key: &AttemptKey, request: PostPayment) -> AskView {
    let PostPayment { method, token } = request;
    let token = token.map(|token| ("token", token.into()));
    let body = json::object(
        [("method", wire_name(method).into())]
            .into_iter()
            .chain(token),
    );
    Question {
        method: "POST",
        address: asked.address("/payment"),
        header: ["idempotency-key ", key.as_str()].concat(),
        body,
        answer: PhantomData,
    }
}
