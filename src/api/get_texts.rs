//! `GET /api/catalogues/{locale}`.

use kassa_wire::page::Texts;

use super::exchange::Question;
use crate::checkout::Failure;

/// The texts of a language, from its address.
///
/// # Errors
/// [`Failure`] where they cannot be had.
pub async fn get_texts(address: &str) -> Result<Texts, Failure> {
    Question {
        method: "GET",
        address,
        header: None,
        body: None,
    }
    .ask()
    .await
}
