//! The merchant's side: with an API key, and for its own account only.

mod places;
mod list_recipients;
mod read_recipient;
mod put_recipient;
mod list_orders;
mod read_invitation;
mod read_order;
mod create_order;
mod session_request;
mod create_session;
mod create_payment;
mod order_extras;
mod read_session;
mod session_changes;
mod change_session;
mod cancel_session;
mod list_payments;
mod read_payment;
mod move_money;
mod capture_payment;
mod void_payment;
mod refund_payment;
mod read_refund;
mod invite;
mod list_events;
mod webhooks;
mod routes;

pub(crate) use create_order::read_order;
pub(crate) use put_recipient::read_recipient;
pub(super) use routes::routes;
