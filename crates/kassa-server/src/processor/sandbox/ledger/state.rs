//! Where a charge stands in the ledger.

use kassa_wire::state::{DeclineReason, PaymentState};

use crate::domain::CaptureMode;

/// Where a charge stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum ChargeState {
    /// The money was taken.
    Captured,
    /// The money was reserved; what was taken of it the operations say.
    Authorized,
    /// The money was reserved and let go.
    Voided,
    /// Refused; nothing was taken.
    Declined(DeclineReason),
    /// The payer has to approve at the bank's page.
    AwaitingChallenge,
    /// The payer has to approve at the wallet's page.
    AwaitingWallet,
    /// The payer's transfer has not arrived.
    AwaitingTransfer,
    /// The bank takes its time.
    Slow,
}

impl ChargeState {
    /// As the ledger writes it; a refusal's reason stands in a column of its own.
    pub(in super::super) const fn as_str(self) -> &'static str {
        match self {
            Self::Captured => "captured",
            Self::Authorized => "authorized",
            Self::Voided => "voided",
            Self::Declined(_) => "declined",
            Self::AwaitingChallenge => "awaiting_challenge",
            Self::AwaitingWallet => "awaiting_wallet",
            Self::AwaitingTransfer => "awaiting_transfer",
            Self::Slow => "slow",
        }
    }

    /// The reason of a refusal, as the ledger writes it.
    pub(super) const fn decline_text(self) -> Option<&'static str> {
        match self {
            Self::Declined(reason) => Some(reason_text(reason)),
            Self::Captured | Self::Authorized | Self::Voided => None,
            Self::AwaitingChallenge | Self::AwaitingWallet => None,
            Self::AwaitingTransfer | Self::Slow => None,
        }
    }

    /// Money that is to be taken later is only reserved.
    pub(in super::super) const fn under(self, mode: CaptureMode) -> Self {
        match (self, mode) {
            (Self::Captured, CaptureMode::Manual) => Self::Authorized,
            (state, CaptureMode::Automatic | CaptureMode::Manual) => state,
        }
    }

    /// From what the ledger wrote.
    pub(super) fn read(state: &str, decline: Option<&str>) -> Option<Self> {
        if state == "declined" {
            return decline.and_then(read_reason).map(Self::Declined);
        }
        let others = [
            Self::Captured,
            Self::Authorized,
            Self::Voided,
            Self::AwaitingChallenge,
            Self::AwaitingWallet,
            Self::AwaitingTransfer,
            Self::Slow,
        ];
        others.into_iter().find(|known| known.as_str() == state)
    }

    /// In the words of the wire, so that the ledger can be compared with a payment.
    pub(in super::super) const fn on_the_wire(self) -> PaymentState {
        match self {
            Self::Captured => PaymentState::Captured,
            Self::Authorized => PaymentState::Authorized,
            Self::Voided => PaymentState::Voided,
            Self::Declined(_) => PaymentState::Declined,
            Self::AwaitingChallenge | Self::AwaitingWallet => PaymentState::RequiresAction,
            Self::AwaitingTransfer | Self::Slow => PaymentState::Processing,
        }
    }
}

const REASONS: [DeclineReason; 6] = [
    DeclineReason::Declined,
    DeclineReason::InsufficientFunds,
    DeclineReason::ExpiredCard,
    DeclineReason::ChallengeFailed,
    DeclineReason::CalledOff,
    DeclineReason::NotProcessed,
];

/// A refusal's reason, as the ledger writes it.
pub(in super::super) const fn reason_text(reason: DeclineReason) -> &'static str {
    match reason {
        DeclineReason::Declined => "declined",
        DeclineReason::InsufficientFunds => "insufficient_funds",
        DeclineReason::ExpiredCard => "expired_card",
        DeclineReason::ChallengeFailed => "challenge_failed",
        DeclineReason::CalledOff => "called_off",
        DeclineReason::NotProcessed => "not_processed",
    }
}

fn read_reason(text: &str) -> Option<DeclineReason> {
    REASONS
        .into_iter()
        .find(|reason| reason_text(*reason) == text)
}
