//! `PUT /api/checkout/{id}/payer`.

use gloo_net::http::Request;
use kassa_wire::payer::PayerValues;
use kassa_wire::request::PutPayer;
use kassa_wire::view::SessionView;

use super::{Asked, exchange};
use crate::checkout::Failure;

/// Confirms the payer's information, as a change of `version`.
///
/// # Errors
/// [`Failure`] where it was not taken, or nobody knows.
pub async fn put_payer(asked: Asked, version: u32, payer: PayerValues) -> Result<Box<SessionView>, Failure> {
    let request = Request::put(&asked.address("/payer")).header("if-match", &format!("\"{version}\""));
    exchange::send(request, &PutPayer { payer }).await.map(Box::new)
}
