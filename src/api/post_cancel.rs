//! `POST /api/checkout/{id}/cancel`.

use gloo_net::http::Request;
use kassa_wire::view::SessionView;

use super::{Asked, exchange};
use crate::checkout::Failure;

/// Calls the session off.
///
/// # Errors
/// [`Failure`] where it was not called off, or nobody knows.
pub async fn post_cancel(asked: Asked) -> Result<Box<SessionView>, Failure> {
    exchange::ask(Request::post(&asked.address("/cancel"))).await.map(Box::new)
}
