//! New names, drawn with the injected dice.

use kassa_wire::{PaymentReference, RecipientId, SessionId};

use super::Kassa;
use crate::domain::{AttemptId, EventId};

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

/// As unlikely to be drawn twice as an attempt's.
pub(super) fn draw_event_id(kassa: &Kassa) -> EventId {
    EventId(format!("evt_{}", kassa.dice.letters(16)))
}

/// Dice draw letters and digits, so the first draw is always an id.
fn until_parsed<T: std::str::FromStr>(draw: impl Fn() -> String) -> T {
    loop {
        if let Ok(id) = draw().parse() {
            return id;
        }
    }
}
