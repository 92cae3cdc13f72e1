//! Which session an address is about.

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use kassa_wire::SessionId;

use crate::http::problem::session_not_found;
use crate::http::{Failure, HttpState};

/// The session that the address names. An id that no session can have is answered like one that
/// no session has.
pub(in crate::http) struct SessionPath(pub(in crate::http) SessionId);

impl FromRequestParts<HttpState> for SessionPath {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &HttpState) -> Result<Self, Failure> {
        let path = Path::<String>::from_request_parts(parts, state).await;
        let id = path
            .ok()
            .and_then(|Path(text)| SessionId::try_from(text).ok());
        id.map(Self).ok_or_else(session_not_found)
    }
}
