//! `PUT /api/checkout/{id}/payer`.

use kassa_wire::payer::PayerValues;
use kassa_wire::view::SessionView;

use super::exchange::{Body, Question};
use super::{Asked, json};
use crate::checkout::Failure;

/// Confirms the payer's information, as a change of `version`.
///
/// # Errors
/// [`Failure`] where it was not taken, or nobody knows.
pub async fn put_payer(
    asked: Asked,
    version: u32,
    payer: PayerValues,
) -> Result<Box<SessionView>, Failure> {
    let address = asked.address("/payer");
    let version = ["\"", &version.to_string(), "\""].concat();
    let payer = json::object(
        payer
            .iter()
            .map(|(name, text)| (name.as_str(), text.into())),
    );
    let body = json::object([("payer", payer)]);
    Question {
        method: "PUT",
        address: &address,
        header: Some(("if-match", &version)),
        body: Some(Body::Json(body)),
    }
    .ask()
    .await
}
