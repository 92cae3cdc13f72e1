//! `PUT /api/checkout/{id}/payer`.

use kassa_wire::payer::PayerValues;

use super::exchange::{AskView, change};
use super::{Asked, json};

/// Confirms the payer's information, as a change of `version`.
#[must_use]
pub fn put_payer(asked: &Asked, version: u32, payer: &PayerValues) -> AskView {
    let payer = json::object(
        payer
            .iter()
            .map(|(name, text)| (name.as_str(), text.into())),
    );
    change(asked, version, ("/payer", json::object([("payer", payer)])))
}
