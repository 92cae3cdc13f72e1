//! One move of a payment's money after it was reserved: a capture, a void or a refund.

use std::fmt;

use jiff::Timestamp;
use kassa_wire::{AccountId, Money, PaymentReference, SessionId};

use super::{AttemptId, Contradiction, Finality, Settled};

/// One capture (`cp_`), void (`vd_`) or refund (`rf_`) and sixteen letters or digits. It is born
/// when the operation is initiated, and is the processor's idempotency key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OperationId(pub String);

impl fmt::Display for OperationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What is asked of the processor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OperationKind {
    /// Take reserved money.
    Capture(Finality),
    /// Let reserved money go.
    Void,
    /// Return money that was taken.
    Refund,
}

/// One move of a payment's money, from the moment it was initiated to its outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operation {
    /// Our id for it, and the processor's idempotency key.
    pub id: OperationId,
    /// Whose.
    pub account: AccountId,
    /// Of which session.
    pub session: SessionId,
    /// Of which payment.
    pub payment: PaymentReference,
    /// The attempt that reserved or took the money.
    pub attempt: AttemptId,
    /// What is to be done.
    pub kind: OperationKind,
    /// With how much.
    pub amount: Money,
    /// Why, in the merchant's words; only for refunds. Untrusted text.
    pub reason: Option<String>,
    /// Where it stands.
    pub state: OperationState,
    /// When it was initiated.
    pub created_at: Timestamp,
    /// When it last moved.
    pub updated_at: Timestamp,
}

/// Where an operation stands. A refund's own states are these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OperationState {
    /// Written down; the processor has not decided, or its answer is missing.
    Initiated,
    /// Done.
    Finished,
    /// Certainly not done, and it will not be.
    Failed(OperationFailure),
}

/// Why the processor did not do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OperationFailure {
    /// By its own books the money is not there: more than was reserved or taken.
    TooMuch,
    /// By its own books the charge does not stand where this can be done.
    WrongState,
    /// The reservation's time is over.
    Expired,
    /// The payer's bank does not take the money back, or the processor says no without a reason.
    Refused,
    /// The processor never took it up.
    NotProcessed,
}

/// Where a processor says that an operation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OperationOutcome {
    /// Done.
    Finished,
    /// Certainly not done.
    Failed(OperationFailure),
    /// Not decided yet. Also what a missing answer is: it is never called a failure.
    Pending,
}

impl OperationFailure {
    /// Everything that a processor may say.
    pub const ALL: &'static [Self] = &[
        Self::TooMuch,
        Self::WrongState,
        Self::Expired,
        Self::Refused,
        Self::NotProcessed,
    ];

    /// The word on the wire and in the store. It never changes.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::TooMuch => "too_much",
            Self::WrongState => "wrong_state",
            Self::Expired => "expired",
            Self::Refused => "refused",
            Self::NotProcessed => "not_processed",
        }
    }
}

impl Operation {
    /// Where it stands after the processor said this.
    ///
    /// # Errors
    /// [`Contradiction`] as [`OperationState::settle`] says.
    pub const fn settle(
        &self,
        outcome: OperationOutcome,
    ) -> Result<Settled<OperationState>, Contradiction> {
        self.state.settle(self.kind, outcome)
    }
}

impl OperationState {
    /// Whether the outcome is still to come.
    #[must_use]
    pub const fn is_in_flight(self) -> bool {
        match self {
            Self::Initiated => true,
            Self::Finished | Self::Failed(_) => false,
        }
    }

    /// Takes in an outcome, however late and however often it is told. A refund that was done may
    /// fail days later, when the payer's bank sends the money back: nothing else that is certain
    /// turns into something else.
    ///
    /// # Errors
    /// [`Contradiction`] where a certain outcome would turn into another one.
    pub const fn settle(
        self,
        kind: OperationKind,
        outcome: OperationOutcome,
    ) -> Result<Settled<Self>, Contradiction> {
        match (self, outcome) {
            (_, OperationOutcome::Pending) => Ok(Settled::Unchanged),
            (Self::Initiated, OperationOutcome::Finished) => Ok(Settled::Moved(Self::Finished)),
            (Self::Initiated, OperationOutcome::Failed(failure)) => {
                Ok(Settled::Moved(Self::Failed(failure)))
            }
            (Self::Finished, OperationOutcome::Finished) => Ok(Settled::Unchanged),
            (Self::Failed(_), OperationOutcome::Failed(_)) => Ok(Settled::Unchanged),
            (Self::Finished, OperationOutcome::Failed(failure)) => match kind {
                OperationKind::Refund => Ok(Settled::Moved(Self::Failed(failure))),
                OperationKind::Capture(_) | OperationKind::Void => Err(Contradiction),
            },
            (Self::Failed(_), OperationOutcome::Finished) => Err(Contradiction),
        }
    }
}
