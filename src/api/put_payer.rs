//! `PUT /api/checkout/{id}/payer`.

use gloo_net::http::Request;
use kassa_wire::payer::PayerValues;
use kassa_wire::view::SessionView;

use super::{Asked, exchange, json};
use crate::checkout::Failure;

/// Confirms the payer's information, as a change of `version`.
///
/// # Errors
/// [`Failure`] where it was not taken, or nobody knows.
pub async fn put_payer(asked: Asked, version: u32, payer: PayerValues) -> Result<Box<SessionView>, Failure> {
    let request = Request::put(&asked.address("/payer")).header("if-match", &format!("\"{version}\""));
    let payer = json::object(payer.iter().map(|(name, text)| (name.as_str(), text.into())));
    exchange::send(request, &json::object([("payer", payer)])).await.map(Box::new)
}
