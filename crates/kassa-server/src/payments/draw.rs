//! New names, drawn with the injected dice.

use kassa_wire::{PaymentReference, RecipientId, SessionId};
use sha2::{Digest, Sha256};

use super::{Kassa, Wanted};
use crate::domain::{AttemptId, EndpointId, EventId, InvitationId, OperationId, WebhookSecret};

/// 24 letters or digits are 142 random bits: nobody guesses a session.
#[must_use]
pub fn draw_session_id(kassa: &Kassa) -> SessionId {
    until_parsed(|| format!("cs_{}", kassa.dice.letters(24)))
}

/// Nine digits among one recipient's payments; the store says when they are taken.
pub(super) fn draw_reference(kassa: &Kassa, recipient: &RecipientId) -> PaymentReference {
    until_parsed(|| format!("{recipient}{}", kassa.dice.digits(9)))
}

/// 95 random bits: no two attempts of any server are called the same.
pub(super) fn draw_attempt_id(kassa: &Kassa) -> AttemptId {
    AttemptId(format!("att_{}", kassa.dice.letters(16)))
}

/// Names what is asked of the processor, and is its idempotency key.
#[must_use]
pub fn draw_operation_id(kassa: &Kassa, wanted: &Wanted) -> OperationId {
    let prefix = match wanted {
        Wanted::Capture { .. } => "cp",
        Wanted::Void => "vd",
        Wanted::Refund { .. } => "rf",
    };
    OperationId(format!("{prefix}_{}", kassa.dice.letters(16)))
}

/// As unlikely to be drawn twice as an attempt's.
#[must_use]
pub fn draw_invitation_id(kassa: &Kassa) -> InvitationId {
    InvitationId(format!("inv_{}", kassa.dice.letters(16)))
}

/// As unlikely to be drawn twice as an attempt's.
#[must_use]
pub fn draw_event_id(kassa: &Kassa) -> EventId {
    EventId(format!("evt_{}", kassa.dice.letters(16)))
}

/// As unlikely to be drawn twice as an attempt's.
#[must_use]
pub fn draw_endpoint_id(kassa: &Kassa) -> EndpointId {
    EndpointId(format!("we_{}", kassa.dice.letters(16)))
}

/// 64 letters or digits are more random bits than a secret has bytes for: their hash is as good as
/// bytes drawn one by one.
#[must_use]
pub fn draw_webhook_secret(kassa: &Kassa) -> WebhookSecret {
    WebhookSecret::of(Sha256::digest(kassa.dice.letters(64)).into())
}

/// Dice draw letters and digits, so the first draw is always an id.
fn until_parsed<T: std::str::FromStr>(draw: impl Fn() -> String) -> T {
    loop {
        if let Ok(id) = draw().parse() {
            return id;
        }
    }
}
