//! The built files: the widget's program under `/assets/`, and `/kassa.js` for merchants' pages.
//!
//! They are read once, at the start, and served from memory as they were compressed when built.

mod load;
mod serve;

use axum::Router;
use axum::routing::get;

use super::HttpState;

pub use load::{Assets, AssetsError};

/// The files' addresses.
pub(super) fn routes() -> Router<HttpState> {
    Router::new()
        .route("/assets/{name}", get(serve::asset))
        .route("/kassa.js", get(serve::embed))
}
