//! `GET /api/checkout/{id}`.

use gloo_net::http::Request;
use kassa_wire::view::SessionView;

use super::{Asked, exchange};
use crate::checkout::Failure;

/// The session as it is now.
///
/// # Errors
/// [`Failure`] where there is no view.
pub async fn get_view(asked: Asked) -> Result<Box<SessionView>, Failure> {
    exchange::ask(Request::get(&asked.address(""))).await.map(Box::new)
}
