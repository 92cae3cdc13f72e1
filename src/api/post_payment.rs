//! `POST /api/checkout/{id}/payment`.

use gloo_net::http::Request;
use kassa_wire::AttemptKey;
use kassa_wire::request::PostPayment;
use kassa_wire::view::SessionView;

use super::{Asked, exchange};
use crate::checkout::Failure;

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
    exchange::send(asking, &request).await.map(Box::new)
}
