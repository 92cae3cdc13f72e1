//! `GET /api/catalogues/{locale}`.

use gloo_net::http::Request;

use super::exchange;
use crate::checkout::Failure;

/// The texts of a language, in the order of the keys.
///
/// # Errors
/// [`Failure`] where they cannot be had.
pub async fn get_catalogue(locale: &str) -> Result<Vec<String>, Failure> {
    exchange::ask(Request::get(&format!("/api/catalogues/{locale}"))).await
}
