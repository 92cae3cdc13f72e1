//! A JSON object as a body, or no body at all.

use axum::extract::{FromRequest, Request};
use axum::http::header;
use serde_json::{Map, Value};

use super::Object;
use crate::http::{Failure, HttpState};

/// The same as [`Object`]; no body is an object without fields.
pub(in crate::http) struct MaybeObject(pub(in crate::http) Map<String, Value>);

impl FromRequest<HttpState> for MaybeObject {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &HttpState) -> Result<Self, Failure> {
        let headers = request.headers();
        let typed = headers.contains_key(header::CONTENT_TYPE);
        let empty = headers
            .get(header::CONTENT_LENGTH)
            .is_none_or(|length| length == "0");
        if !typed && empty && !headers.contains_key(header::TRANSFER_ENCODING) {
            return Ok(Self(Map::new()));
        }
        let Object(object) = Object::from_request(request, state).await?;
        Ok(Self(object))
    }
}
