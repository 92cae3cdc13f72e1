//! The payer's pages: a session becomes HTML that works before the program arrives, and without it.
//!
//! `GET` shows where a session stands; `POST` is what the page's own forms send where no program
//! takes them, with the same use cases as the API's and a redirect after each success. The room
//! must not know SQL or processors.
//!
//! To add something a form can send: an `Intent`, a file for it, and a line in `post`.

mod address;
mod answer;
mod confirm;
mod get;
mod intent;
mod pay;
mod policy;
mod post;
mod template;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use axum::Router;
use axum::routing::get;

use crate::payments::Kassa;

pub use template::{Template, TemplateError};

/// What the pages are made with.
#[derive(Clone, Debug)]
pub struct Hosted {
    /// The use cases, and the languages.
    pub kassa: Kassa,
    /// The built page with its gaps.
    pub template: Arc<Template>,
}

/// The pages' addresses: `/v1/view/{id}/` and `/?sid={id}`. A session's address without the slash
/// at its end leads to the one with it.
pub fn routes(hosted: Hosted) -> Router {
    Router::new()
        .route("/", get(get::by_query))
        .route("/v1/view/{id}", get(get::with_slash))
        .route("/v1/view/{id}/", get(get::by_path).post(post::post))
        .with_state(hosted)
}
