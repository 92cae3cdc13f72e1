//! The merchant's side: with an API key, and for its own account only.

mod list_recipients;
mod list_orders;
mod session_request;
mod create_session;
mod read_session;
mod read_payment;
mod routes;

pub(super) use routes::routes;
