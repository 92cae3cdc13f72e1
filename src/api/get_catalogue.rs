//! `GET /api/catalogues/{locale}`.

use super::exchange::Question;
use crate::checkout::Failure;

/// The texts of a language, in the order of the keys.
///
/// # Errors
/// [`Failure`] where they cannot be had.
pub async fn get_catalogue(locale: &str) -> Result<Vec<String>, Failure> {
    let address = ["/api/catalogues/", locale].concat();
    Question {
        method: "GET",
        address: &address,
        header: None,
        body: None,
    }
    .ask()
    .await
}
