//! The payer's side: without a key, since the session's id is the capability.

mod answer;
mod read_checkout;
mod read_fields;
mod confirm_payer;
mod lock;
mod put_shipping;
mod put_discounts;
mod pay;
mod cancel;
mod ask_for_link;
mod events;
mod catalogue;
mod routes;

pub(crate) use catalogue::texts_address;
pub(super) use routes::routes;
