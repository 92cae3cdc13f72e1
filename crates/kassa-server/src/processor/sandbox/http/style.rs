//! The look of the bank's and the wallet's pages.

use axum::http::header;
use axum::response::{IntoResponse, Response};

/// The style sheet.
pub(super) async fn get() -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/css; charset=utf-8"),
        (header::CACHE_CONTROL, "max-age=300"),
    ];
    (headers, include_str!("../pages/style.css")).into_response()
}
