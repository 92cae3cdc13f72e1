//! `POST /api/checkout/{id}/cancel`.

use kassa_wire::view::SessionView;

use super::Asked;
use super::exchange::Question;
use crate::checkout::Failure;

/// Calls the session off.
///
/// # Errors
/// [`Failure`] where it was not called off, or nobody knows.
pub async fn post_cancel(asked: Asked) -> Result<Box<SessionView>, Failure> {
    let address = asked.address("/cancel");
    Question {
        method: "POST",
        address: &address,
        header: None,
        body: None,
    }
    .ask()
    .await
}
