//! `POST /api/checkout/{id}/payment`.

use kassa_wire::AttemptKey;
use kassa_wire::request::PostPayment;
use kassa_wire::view::SessionView;

use super::exchange::{Body, Question};
use super::{Asked, json};
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
    let address = asked.address("/payment");
    let header = Some(("idempotency-key", key.as_str()));
    let PostPayment { method, token } = request;
    let token = token.map(|token| ("token", token.into()));
    let body = json::object(
        [("method", wire_name(method).into())]
            .into_iter()
            .chain(token),
    );
    Question {
        method: "POST",
        address: &address,
        header,
        body: Some(Body::Json(body)),
    }
    .ask()
    .await
}
