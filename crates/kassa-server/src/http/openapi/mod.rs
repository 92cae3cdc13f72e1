//! The API's description, `OpenAPI` 3.1: made of the handlers' own annotations and the wire's types.
//!
//! A route and its description are one: endpoints are added with `routes!`, which takes no handler
//! that says nothing of itself. To describe an endpoint: `#[utoipa::path]` on its handler, and
//! `refusals!` for the problem codes that it answers beside its group's.

mod document;
mod groups;
mod refusals;
mod serve;
mod page;
mod viewer;
mod routes;

pub(super) use document::describe;
pub(super) use groups::{BODY, MERCHANT, ONCE, PAYER, PUBLIC};
pub(super) use refusals::{refusals, responses};
pub(super) use routes::routes;
