//! The merchant's side: with an API key, and for its own account only.

mod places;
mod list_recipients;
mod read_recipient;
mod put_recipient;
mod list_orders;
mod read_order;
mod create_order;
mod session_request;
mod create_session;
mod read_session;
mod session_changes;
mod change_session;
mod cancel_session;
mod read_payment;
mod list_events;
mod webhooks;
mod routes;

pub(super) use routes::routes;
