//! `POST /api/checkout/{id}/payment`.

use gloo_net::http::Request;
use kassa_wire::AttemptKey;
use kassa_wire::request::PostPayment;
use kassa_wire::view::SessionView;

use super::{Asked, exchange, json};
use crate::checkout::Failure;
use crate::components::wire_name;

/// Pays. The same key with the same request never pays twice.
///
/// # Errors
/// [`Failure::Unanswered`] where nobody knows whether it was charged.
pub async fn post_payment(
    asked: Asked,
    key: AttemptKey,
    request: PostPayment,
) -> Result<Box<SessionView>, Failure> {
    let asking = Request::post(&asked.address("/payment")).header("idempotency-key", key.as_str());
    let PostPayment { method, token } = request;
    let token = token.map(|token| ("token", token.into()));
    let body = json::object([("method", wire_name(method).into())].into_iter().chain(token));
    exchange::send(asking, &body).await.map(Box::new)
}
