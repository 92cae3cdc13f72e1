//! `GET /v1/logos/{name}`

use axum::extract::State;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, X_CONTENT_TYPE_OPTIONS,
};
use axum::response::{IntoResponse, Response};

use super::extract::{NamedPath, missing};
use super::{Failure, HttpState};
use crate::domain::LogoName;

/// Where pictures are.
pub(super) const ROUTE: &str = "/v1/logos/{name}";

/// Where a picture is, for a page of this server.
pub(crate) fn logo_address(name: &LogoName) -> String {
    ROUTE.replace("{name}", &name.to_string())
}

/// The name holds a hash of the picture: it never changes under that name.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// A picture may be opened as a page of its own, where an SVG could run scripts: not these. What
/// it draws with its own styles is still seen.
const STILL: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/// A merchant's picture.
pub(super) async fn logo(
    State(state): State<HttpState>,
    NamedPath(name): NamedPath<LogoName>,
) -> Result<Response, Failure> {
    let logo = state.kassa.store.logo(&name).await?;
    let logo = logo.ok_or_else(missing::<LogoName>)?;
    let headers: [(HeaderName, &str); 4] = [
        (CONTENT_TYPE, name.kind().media_type()),
        (CACHE_CONTROL, FOR_EVER),
        (CONTENT_SECURITY_POLICY, STILL),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    Ok((headers, logo.into_bytes()).into_response())
}
