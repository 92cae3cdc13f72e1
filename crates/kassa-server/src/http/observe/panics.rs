//! A panic is one request's failure, not the server's end.

use std::any::Any;

use axum::response::{IntoResponse, Response};

use crate::http::Failure;

/// The answer to a request that panicked. What the panic said was printed where it happened; it
/// is not repeated here, since it may hold anything.
pub(in crate::http) fn caught(_: Box<dyn Any + Send + 'static>) -> Response {
    tracing::error!("a request panicked");
    Failure::internal().into_response()
}
