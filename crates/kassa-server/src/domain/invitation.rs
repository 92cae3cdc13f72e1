//! The payer's link on its way to the payer.

use std::fmt;

use jiff::{SignedDuration, Timestamp};
use kassa_wire::{AccountId, SessionId};

/// An invitation's id: `inv_` and sixteen letters or digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct InvitationId(pub String);

impl fmt::Display for InvitationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Where a letter goes. Prints stars: it is a payer's.
#[derive(Clone, PartialEq, Eq)]
pub struct EmailAddress(pub String);

impl fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

/// A payer who is sent the link to their session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Its id.
    pub id: InvitationId,
    /// Whose session it is.
    pub account: AccountId,
    /// Where the link leads.
    pub session: SessionId,
    /// Where it goes; nowhere where nobody knows an address.
    pub email: Option<EmailAddress>,
    /// How far it is.
    pub state: InvitationState,
    /// How often it was tried.
    pub tries: u32,
    /// When it is tried next, while it waits.
    pub next_at: Timestamp,
    /// When the merchant asked for it.
    pub created_at: Timestamp,
    /// When it last moved.
    pub updated_at: Timestamp,
}

/// How far an invitation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum InvitationState {
    /// Nobody mails it: there is no address, or the server has no mail server. The merchant passes
    /// the link on.
    Kept,
    /// It is tried until a mail server takes it.
    Waiting,
    /// A mail server took it.
    Sent,
    /// It is not tried any more.
    Failed(InvitationFailure),
}

/// Why an invitation did not leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum InvitationFailure {
    /// The mail server refused it for good.
    Refused,
    /// No mail server took it while the session waited.
    NotTaken,
    /// The session ended before: the link would lead nowhere.
    SessionOver,
}

/// What came of a try.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Posted {
    /// The mail server took it.
    Taken,
    /// The mail server refused it for good.
    Refused,
    /// Not now: nobody answered, or was too busy.
    NotNow,
}

/// The wait after the first try; it doubles with each.
const FIRST_WAIT: SignedDuration = SignedDuration::from_secs(15);

/// The longest wait: an offer often ends within hours.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_mins(20);

impl Invitation {
    /// Takes in what came of a try. What was not taken is tried again as long as the session
    /// waits.
    #[must_use]
    pub fn tried(self, posted: Posted, session_ends: Timestamp, now: Timestamp) -> Self {
        let tries = self.tries.saturating_add(1);
        let next_at = now.checked_add(wait(tries)).unwrap_or(Timestamp::MAX);
        let state = match posted {
            Posted::Taken => InvitationState::Sent,
            Posted::Refused => InvitationState::Failed(InvitationFailure::Refused),
            Posted::NotNow if next_at < session_ends => InvitationState::Waiting,
            Posted::NotNow => InvitationState::Failed(InvitationFailure::NotTaken),
        };
        Self {
            state,
            tries,
            next_at,
            updated_at: now,
            ..self
        }
    }

    /// The session ended before the link left.
    #[must_use]
    pub fn over(self, now: Timestamp) -> Self {
        Self {
            state: InvitationState::Failed(InvitationFailure::SessionOver),
            updated_at: now,
            ..self
        }
    }
}

/// How long to wait after so many tries.
fn wait(tries: u32) -> SignedDuration {
    let doubled = 2_i32.checked_pow(tries.saturating_sub(1));
    let wait = doubled.and_then(|times| FIRST_WAIT.checked_mul(times));
    wait.unwrap_or(LONGEST_WAIT).min(LONGEST_WAIT)
}
