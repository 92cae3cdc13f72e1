//! `GET /api/checkout/{id}`.

use kassa_wire::view::SessionView;

use super::Asked;
use super::exchange::Question;
use crate::checkout::Failure;

/// The session as it is now.
///
/// # Errors
/// [`Failure`] where there is no view.
pub async fn get_view(asked: Asked) -> Result<Box<SessionView>, Failure> {
    let address = asked.address("");
    Question {
        method: "GET",
        address: &address,
        header: None,
        body: None,
    }
    .ask()
    .await
}
