//! What a session, an attempt and a payment may become, and the records that say so.
//!
//! Pure: no HTTP, no SQL, no processors, no time of day, no dice. Instants come in as arguments.
//! Every transition consumes what was and returns what is, or says why not.
//!
//! To add a state: add the variant, and mend what stops compiling. There is no `_ =>` over our own
//! enums here, so everything that has to know of it will say so.
#![deny(
    clippy::wildcard_enum_match_arm,
    clippy::arithmetic_side_effects,
    clippy::float_arithmetic
)]

mod account;
mod brand;
mod logo;
mod api_key;
mod attempt;
mod checkout;
mod event;
mod invitation;
mod order;
mod extras;
mod locks;
mod payment;
mod funds;
mod operation;
mod recipient;
mod session;
mod session_changes;
mod webhook_delivery;
mod webhook_endpoint;
mod webhook_secret;

#[cfg(test)]
mod tests;

pub use account::{Account, InvalidOrigin, Origin};
pub use api_key::{ApiKey, ApiKeyId, Scope};
pub use attempt::{
    Action, Attempt, AttemptId, AttemptState, CardTokenText, Contradiction, Outcome, ProcessorName,
    ProcessorReference, Settled,
};
pub use brand::{Accent, Brand, InvalidAccent, InvalidRadius, Radius};
pub use checkout::{Checkout, CheckoutPayment};
pub use event::{Event, EventId, EventKind};
pub use extras::{ChoiceRefusal, Chosen, Extras};
pub use funds::{CaptureMode, Finality, Funds, MoneyRefusal};
pub use invitation::{
    EmailAddress, Invitation, InvitationFailure, InvitationId, InvitationState, Posted,
};
pub use locks::{Locks, UnknownField};
pub use logo::{InvalidLogo, InvalidLogoName, Logo, LogoKind, LogoName};
pub use operation::{
    Operation, OperationFailure, OperationId, OperationKind, OperationOutcome, OperationState,
};
pub use order::Order;
pub use payment::{Payment, PaymentEvent, PaymentRefusal, PaymentState};
pub use recipient::Recipient;
pub use session::{PaymentCreation, Session, SessionDetails, SessionRefusal, SessionState};
pub use session_changes::{Said, SessionChanges};
pub use webhook_delivery::{Delivery, DeliveryError, DeliveryId, DeliveryState};
pub use webhook_endpoint::{Endpoint, EndpointId, EndpointTarget, SECRET_OVERLAP};
pub use webhook_secret::{InvalidWebhookSecret, SigningSecret, WebhookSecret};
