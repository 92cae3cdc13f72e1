//! What moves of a payment's money after it was reserved: captures, voids and refunds.

use jiff::Timestamp;
use kassa_wire::Money;

use super::{OperationKind, Payment, PaymentEvent, PaymentState};

/// When the money is taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum CaptureMode {
    /// When the payer pays.
    #[default]
    Automatic,
    /// When the merchant says so; until then it is only reserved.
    Manual,
}

/// Whether more may be taken after a capture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Finality {
    /// The rest stays reserved.
    #[default]
    More,
    /// The rest is let go.
    Final,
}

/// What moved of a payment's money, in minor units of its currency. What was returned and what is
/// being returned is never more than what was taken; what was taken and what is being taken is
/// never more than the payment's amount.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Funds {
    /// Taken.
    pub captured: i64,
    /// Being taken or let go: the processor has not decided. Nothing where nothing is under way.
    pub capturing: i64,
    /// Returned.
    pub refunded: i64,
    /// Being returned: the processor has not decided.
    pub refunding: i64,
    /// Whether more may be taken.
    pub finality: Finality,
}

/// Why money does not move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoneyRefusal {
    /// The payment does not stand where this can be done.
    #[error("this cannot be done with a payment that is {0:?}")]
    WrongState(PaymentState),
    /// More of the reserved money may still be taken, so none is returned yet.
    #[error("the capture is not final yet")]
    NotFinal,
    /// A capture or a void is under way.
    #[error("a capture or a void is under way")]
    UnderWay,
    /// Nothing, or less than nothing.
    #[error("the amount is not more than nothing")]
    Nothing,
    /// Another currency than the payment's.
    #[error("the amount is in another currency than the payment")]
    OtherCurrency,
    /// More than there is.
    #[error("no more than {left} minor units are left")]
    TooMuch {
        /// What there is, in minor units.
        left: i64,
    },
    /// What was written and what is to be written do not fit together, or overflow.
    #[error("the payment's sums do not add up")]
    Inconsistent,
}

impl Payment {
    /// What can still be captured, in minor units.
    #[must_use]
    pub const fn capturable(&self) -> i64 {
        let reserved = match self.state {
            PaymentState::Authorized | PaymentState::PartiallyCaptured => true,
            PaymentState::Created | PaymentState::RequiresAction | PaymentState::Processing => {
                false
            }
            PaymentState::Captured | PaymentState::Voided | PaymentState::Declined => false,
            PaymentState::Failed | PaymentState::PartiallyRefunded | PaymentState::Refunded => {
                false
            }
        };
        match (reserved, self.funds.finality) {
            (true, Finality::More) => left(
                self.amount.amount,
                self.funds.captured,
                self.funds.capturing,
            ),
            (true, Finality::Final) | (false, _) => 0,
        }
    }

    /// What can still be refunded, in minor units.
    #[must_use]
    pub const fn refundable(&self) -> i64 {
        match self.refusal_of_refund() {
            None => left(
                self.funds.captured,
                self.funds.refunded,
                self.funds.refunding,
            ),
            Some(_) => 0,
        }
    }

    /// The payment with an operation under way, before the processor is asked.
    ///
    /// # Errors
    /// [`MoneyRefusal`] where the operation is not possible.
    pub fn begin(
        self,
        kind: OperationKind,
        amount: Money,
        now: Timestamp,
    ) -> Result<Self, MoneyRefusal> {
        let refusal = match kind {
            OperationKind::Capture(_) => self.refusal_of_capture(),
            OperationKind::Void => self.refusal_of_void(),
            OperationKind::Refund => self.refusal_of_refund(),
        };
        if let Some(refusal) = refusal {
            return Err(refusal);
        }
        self.refuse_amount(kind, amount)?;
        let mut funds = self.funds;
        let under_way = match kind {
            OperationKind::Capture(_) | OperationKind::Void => &mut funds.capturing,
            OperationKind::Refund => &mut funds.refunding,
        };
        *under_way = plus(*under_way, amount.amount)?;
        Ok(Self {
            funds,
            updated_at: now,
            ..self
        })
    }

    /// The payment after the processor did what was asked.
    ///
    /// # Errors
    /// [`MoneyRefusal::Inconsistent`] or [`MoneyRefusal::WrongState`] where no such operation is
    /// under way.
    pub fn finish(
        self,
        kind: OperationKind,
        amount: Money,
        now: Timestamp,
    ) -> Result<Self, MoneyRefusal> {
        let over = self.over(kind, amount)?;
        let (funds, event) = match kind {
            OperationKind::Capture(finality) => {
                over.captured(amount.amount, finality, self.amount.amount)?
            }
            OperationKind::Void => (over, PaymentEvent::Voided),
            OperationKind::Refund => over.refunded(amount.amount)?,
        };
        let state = self.state.after(event);
        Ok(Self {
            state: state.map_err(|refusal| MoneyRefusal::WrongState(refusal.state))?,
            funds,
            updated_at: now,
            ..self
        })
    }

    /// The payment after the processor refused what was asked: as it was before.
    ///
    /// # Errors
    /// [`MoneyRefusal::Inconsistent`] where no such operation is under way.
    pub fn give_up(
        self,
        kind: OperationKind,
        amount: Money,
        now: Timestamp,
    ) -> Result<Self, MoneyRefusal> {
        let funds = self.over(kind, amount)?;
        Ok(Self {
            funds,
            updated_at: now,
            ..self
        })
    }

    /// The payment after money that was returned came back from the payer's bank: it is the
    /// merchant's again.
    ///
    /// # Errors
    /// [`MoneyRefusal::WrongState`] or [`MoneyRefusal::Inconsistent`] where so much was not
    /// returned.
    pub fn take_back(self, amount: Money, now: Timestamp) -> Result<Self, MoneyRefusal> {
        match self.state {
            PaymentState::PartiallyRefunded | PaymentState::Refunded => {}
            PaymentState::Created | PaymentState::RequiresAction | PaymentState::Processing => {
                return Err(MoneyRefusal::WrongState(self.state));
            }
            PaymentState::Authorized | PaymentState::Captured | PaymentState::PartiallyCaptured => {
                return Err(MoneyRefusal::WrongState(self.state));
            }
            PaymentState::Voided | PaymentState::Declined | PaymentState::Failed => {
                return Err(MoneyRefusal::WrongState(self.state));
            }
        }
        let rest = self.funds.refunded.checked_sub(amount.amount);
        let refunded = rest
            .filter(|rest| *rest >= 0)
            .ok_or(MoneyRefusal::Inconsistent)?;
        let state = match (refunded, self.funds.captured == self.amount.amount) {
            (0, true) => PaymentState::Captured,
            (0, false) => PaymentState::PartiallyCaptured,
            (_, _) => PaymentState::PartiallyRefunded,
        };
        let funds = Funds {
            refunded,
            ..self.funds
        };
        Ok(Self {
            state,
            funds,
            updated_at: now,
            ..self
        })
    }

    const fn refusal_of_capture(&self) -> Option<MoneyRefusal> {
        match (self.state, self.funds.finality) {
            (PaymentState::Authorized, _) | (PaymentState::PartiallyCaptured, Finality::More) => {
                self.refusal_while_under_way()
            }
            (state, _) => Some(MoneyRefusal::WrongState(state)),
        }
    }

    const fn refusal_of_void(&self) -> Option<MoneyRefusal> {
        match self.state {
            PaymentState::Authorized => self.refusal_while_under_way(),
            PaymentState::Created | PaymentState::RequiresAction | PaymentState::Processing => {
                Some(MoneyRefusal::WrongState(self.state))
            }
            PaymentState::Captured | PaymentState::PartiallyCaptured | PaymentState::Voided => {
                Some(MoneyRefusal::WrongState(self.state))
            }
            PaymentState::Declined | PaymentState::Failed => {
                Some(MoneyRefusal::WrongState(self.state))
            }
            PaymentState::PartiallyRefunded | PaymentState::Refunded => {
                Some(MoneyRefusal::WrongState(self.state))
            }
        }
    }

    const fn refusal_while_under_way(&self) -> Option<MoneyRefusal> {
        if self.funds.capturing == 0 {
            None
        } else {
            Some(MoneyRefusal::UnderWay)
        }
    }

    const fn refusal_of_refund(&self) -> Option<MoneyRefusal> {
        match (self.state, self.funds.finality) {
            (PaymentState::Captured | PaymentState::PartiallyRefunded, _)
            | (PaymentState::PartiallyCaptured, Finality::Final) => None,
            (PaymentState::PartiallyCaptured, Finality::More) => Some(MoneyRefusal::NotFinal),
            (state, _) => Some(MoneyRefusal::WrongState(state)),
        }
    }

    fn refuse_amount(&self, kind: OperationKind, amount: Money) -> Result<(), MoneyRefusal> {
        let left = match kind {
            OperationKind::Capture(_) | OperationKind::Void => self.capturable(),
            OperationKind::Refund => self.refundable(),
        };
        if amount.currency != self.amount.currency {
            Err(MoneyRefusal::OtherCurrency)
        } else if amount.amount > left || left == 0 {
            // Whoever asks for the rest, of which nothing is left, named no amount to be blamed.
            Err(MoneyRefusal::TooMuch { left })
        } else if amount.amount <= 0 {
            Err(MoneyRefusal::Nothing)
        } else {
            Ok(())
        }
    }

    /// The sums without what was under way.
    fn over(&self, kind: OperationKind, amount: Money) -> Result<Funds, MoneyRefusal> {
        let mut funds = self.funds;
        let under_way = match kind {
            OperationKind::Capture(_) | OperationKind::Void => &mut funds.capturing,
            OperationKind::Refund => &mut funds.refunding,
        };
        let rest = under_way.checked_sub(amount.amount);
        *under_way = rest
            .filter(|rest| *rest >= 0)
            .ok_or(MoneyRefusal::Inconsistent)?;
        Ok(funds)
    }
}

impl Funds {
    /// All of it was taken at once.
    #[must_use]
    pub const fn all_captured(amount: Money) -> Self {
        Self {
            captured: amount.amount,
            capturing: 0,
            refunded: 0,
            refunding: 0,
            finality: Finality::Final,
        }
    }

    fn captured(
        self,
        amount: i64,
        finality: Finality,
        whole: i64,
    ) -> Result<(Self, PaymentEvent), MoneyRefusal> {
        let captured = plus(self.captured, amount)?;
        let (finality, event) = match captured.cmp(&whole) {
            std::cmp::Ordering::Greater => return Err(MoneyRefusal::Inconsistent),
            std::cmp::Ordering::Equal => (Finality::Final, PaymentEvent::Captured),
            std::cmp::Ordering::Less => (finality, PaymentEvent::PartlyCaptured),
        };
        let funds = Self {
            captured,
            finality,
            ..self
        };
        Ok((funds, event))
    }

    fn refunded(self, amount: i64) -> Result<(Self, PaymentEvent), MoneyRefusal> {
        let refunded = plus(self.refunded, amount)?;
        let event = match refunded.cmp(&self.captured) {
            std::cmp::Ordering::Greater => return Err(MoneyRefusal::Inconsistent),
            std::cmp::Ordering::Equal => PaymentEvent::Refunded,
            std::cmp::Ordering::Less => PaymentEvent::PartlyRefunded,
        };
        Ok((Self { refunded, ..self }, event))
    }
}

fn plus(sum: i64, amount: i64) -> Result<i64, MoneyRefusal> {
    sum.checked_add(amount).ok_or(MoneyRefusal::Inconsistent)
}

/// What remains of a whole; nothing where the parts are more than it.
const fn left(whole: i64, part: i64, other: i64) -> i64 {
    match whole.checked_sub(part) {
        Some(rest) => match rest.checked_sub(other) {
            Some(rest) if rest > 0 => rest,
            Some(_) | None => 0,
        },
        None => 0,
    }
}
