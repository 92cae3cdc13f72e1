//! What the wire shows of the domain's records: the payer's screen, formatted, and the merchant's
//! plain values.
//!
//! The two are apart because neither state machine is ever serialised. The room decides nothing;
//! it must not know requests, SQL or processors' words.
//!
//! To add something to the screen: a field in `kassa_wire::view`, and its words here.
#![deny(
    clippy::wildcard_enum_match_arm,
    clippy::arithmetic_side_effects,
    clippy::float_arithmetic
)]

mod checks;
mod fields;
mod initials;
mod invitation;
mod merchant;
mod operation;
mod payer_form;
mod payment;
mod session;
mod states;
mod webhook;

#[cfg(test)]
mod tests;

pub use checks::{Numbers, ServerChecks, compiled};
pub use fields::payer_fields;
pub use invitation::merchant_invitation;
pub use merchant::{
    MerchantLinks, merchant_event, merchant_order, merchant_payment, merchant_recipient,
    merchant_session,
};
pub use operation::merchant_operation;
pub use payer_form::PayerForm;
pub use session::{Links, session_view};
pub use states::{capture_mode, payment_creation, payment_state, session_state};
pub use webhook::{webhook_delivery, webhook_endpoint, webhook_endpoint_with_secret};
