//! The pages' addresses.

use std::sync::Arc;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing;

use super::patience::ask_for_patience;
use super::press::Press;
use super::send::send_pressed;
use super::{Template, get, post};
use crate::payments::Kassa;

/// What the pages are made with.
#[derive(Clone, Debug)]
pub struct Hosted {
    /// The use cases, and the languages.
    pub kassa: Kassa,
    /// The built page with its gaps.
    pub template: Arc<Template>,
    /// Who says how a page looks.
    pub looks: Looks,
}

/// Who says how a page looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Looks {
    /// The account's brand.
    #[default]
    Brand,
    /// The page's address before the account's brand: for demos, where somebody chooses colours.
    Address,
}

/// The pages' addresses: `/v1/view/{id}/` and `/?sid={id}`. A session's address without the slash
/// at its end leads to the one with it.
pub fn routes(hosted: Hosted) -> Router {
    Router::new()
        .route("/", routing::get(get::by_query))
        .route("/v1/view/{id}", routing::get(get::with_slash))
        .route(
            "/v1/view/{id}/",
            routing::get(get::by_path).post(post::post),
        )
        .with_state(hosted.clone())
        .layer(from_fn_with_state(hosted, ask_for_patience))
        .layer(from_fn_with_state(Arc::new(Press::new()), send_pressed))
}
