//! What happens when a card is charged.

use kassa_wire::state::DeclineReason;

/// What happens when a card is charged. Belongs to its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Behaviour {
    /// The money is taken at once.
    Approve,
    /// Refused at once.
    Decline(DeclineReason),
    /// The bank wants the payer to approve on a page of its own.
    Challenge,
    /// Taken, but only after some seconds.
    Slow,
    /// Taken, and the answer is lost on its way back.
    LoseAnswer,
}

impl Behaviour {
    const ALL: [Self; 9] = [
        Self::Approve,
        Self::Decline(DeclineReason::Declined),
        Self::Decline(DeclineReason::InsufficientFunds),
        Self::Decline(DeclineReason::ExpiredCard),
        Self::Decline(DeclineReason::ChallengeFailed),
        Self::Decline(DeclineReason::CalledOff),
        Self::Challenge,
        Self::Slow,
        Self::LoseAnswer,
    ];

    /// As the ledger writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Approve => "approve",
            Self::Decline(reason) => super::super::ledger::reason_text(reason),
            Self::Challenge => "challenge",
            Self::Slow => "slow",
            Self::LoseAnswer => "lose_answer",
        }
    }

    /// From what the ledger wrote.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|behaviour| behaviour.as_str() == text)
    }
}
