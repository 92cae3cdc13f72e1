//! One checkout.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use kassa_wire::payer::PayerValues;
use kassa_wire::{AccountId, Money, OrderNumber, RecipientId, SessionId};

use super::{AttemptId, CaptureMode, Chosen, Locks, SessionChanges};

/// One checkout: a recipient, an order, and what is known of the payer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// The session, and the payer's only capability.
    pub id: SessionId,
    /// Whose session it is.
    pub account: AccountId,
    /// Who is paid.
    pub recipient: RecipientId,
    /// What is paid.
    pub order: OrderNumber,
    /// How much: what the order cost when the session was made, with what the payer chose since.
    pub amount: Money,
    /// What the payer chose of what the order offers.
    pub chosen: Chosen,
    /// What the merchant says of it.
    pub details: SessionDetails,
    /// When the money is taken.
    pub capture: CaptureMode,
    /// Who creates the payment.
    pub payment_creation: PaymentCreation,
    /// Since when the payer may not change or pay anything, while the merchant's server changes
    /// the session.
    pub locked_at: Option<Timestamp>,
    /// When the payer asked for a new link, once this one led nowhere any more.
    pub link_asked_at: Option<Timestamp>,
    /// The payer's form, as it was typed.
    pub payer: PayerValues,
    /// Which of its fields are the merchant's.
    pub locks: Locks,
    /// Grows with everything that changes what the payer sees, attempts included.
    pub version: u32,
    /// Where it stands.
    pub state: SessionState,
    /// When it was made.
    pub created_at: Timestamp,
    /// When the offer ends.
    pub expires_at: Timestamp,
}

/// Who creates a session's payment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PaymentCreation {
    /// The payer, by paying.
    #[default]
    Automatic,
    /// The merchant's server, after it heard that the payer wants to pay.
    Merchant,
}

/// What the merchant says of a session. Nothing here decides anything; all of it is untrusted text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SessionDetails {
    /// The merchant's own name for the payer.
    pub customer_id: Option<String>,
    /// Shown instead of the order's description.
    pub description: Option<String>,
    /// Where the payer goes at the end; http or https.
    pub return_url: Option<String>,
    /// Where the merchant's server wants to hear; http or https.
    pub callback_url: Option<String>,
    /// BCP 47, as the merchant wrote it.
    pub locale: Option<String>,
    /// The merchant's own notes.
    pub metadata: BTreeMap<String, String>,
}

/// Where a session stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SessionState {
    /// The payer may fill in, correct and confirm their information.
    Open,
    /// The information is confirmed; a method can be chosen and paid with.
    Confirmed,
    /// An attempt is under way, or its outcome is not known yet.
    Paying {
        /// The one that is under way.
        attempt: AttemptId,
    },
    /// Paid.
    Complete {
        /// The one that succeeded.
        attempt: AttemptId,
    },
    /// Its time is over and nothing was paid.
    Expired,
    /// Called off; nothing was paid.
    Cancelled,
}

/// How long a lock lasts where the merchant's server never changes the session: a payer must not
/// be kept from paying by a page that was closed.
const LOCK_LASTS: SignedDuration = SignedDuration::from_mins(5);

/// Why a session does not move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SessionRefusal {
    /// Its time is over.
    #[error("the session's time is over")]
    Expired,
    /// It was called off.
    #[error("the session was called off")]
    Cancelled,
    /// It is paid.
    #[error("the session is paid")]
    Complete,
    /// An attempt is under way.
    #[error("an attempt is under way")]
    Paying,
    /// The payer's information is not confirmed.
    #[error("the payer's information is not confirmed")]
    NotConfirmed,
    /// No attempt is under way, or another one is.
    #[error("this attempt is not the one under way")]
    NotThisAttempt,
    /// Its time is not over.
    #[error("the session's time is not over")]
    NotDue,
    /// The merchant's server is changing it.
    #[error("the merchant is changing the session")]
    Locked,
}

impl Session {
    /// Whether the offer has ended. A session that is paying never expires: it is settled first.
    #[must_use]
    pub fn is_due(&self, now: Timestamp) -> bool {
        let unpaid = match self.state {
            SessionState::Open | SessionState::Confirmed => true,
            SessionState::Paying { .. }
            | SessionState::Complete { .. }
            | SessionState::Expired
            | SessionState::Cancelled => false,
        };
        unpaid && self.expires_at <= now
    }

    /// Whether the merchant's server is changing it.
    #[must_use]
    pub fn is_locked(&self, now: Timestamp) -> bool {
        let lasts = |since: Timestamp| now.duration_since(since) < LOCK_LASTS;
        self.locked_at.is_some_and(lasts)
    }

    /// The payer confirms their information, or changes what was confirmed and confirms that.
    ///
    /// # Errors
    /// [`SessionRefusal`] unless the session is open or confirmed and its time is not over.
    pub fn confirm(self, payer: PayerValues, now: Timestamp) -> Result<Self, SessionRefusal> {
        self.refuse_if_locked(now)?;
        let session = self.reopen(now)?;
        Ok(Self {
            payer,
            ..session.moved(SessionState::Confirmed)
        })
    }

    /// The payer wants to change what was confirmed. An open session stays as it is.
    ///
    /// # Errors
    /// [`SessionRefusal`] unless the session is open or confirmed and its time is not over.
    pub fn reopen(self, now: Timestamp) -> Result<Self, SessionRefusal> {
        self.refuse_if_due(now)?;
        match self.state {
            SessionState::Open => Ok(self),
            SessionState::Confirmed => Ok(self.moved(SessionState::Open)),
            SessionState::Paying { .. } => Err(SessionRefusal::Paying),
            SessionState::Complete { .. } => Err(SessionRefusal::Complete),
            SessionState::Expired => Err(SessionRefusal::Expired),
            SessionState::Cancelled => Err(SessionRefusal::Cancelled),
        }
    }

    /// The payer pays: this attempt is under way.
    ///
    /// # Errors
    /// [`SessionRefusal`] unless the information is confirmed, nothing is under way, and the
    /// session's time is not over.
    pub fn pay(self, attempt: AttemptId, now: Timestamp) -> Result<Self, SessionRefusal> {
        self.refuse_if_due(now)?;
        self.refuse_if_locked(now)?;
        match self.state {
            SessionState::Open => Err(SessionRefusal::NotConfirmed),
            SessionState::Confirmed => Ok(self.moved(SessionState::Paying { attempt })),
            SessionState::Paying { .. } => Err(SessionRefusal::Paying),
            SessionState::Complete { .. } => Err(SessionRefusal::Complete),
            SessionState::Expired => Err(SessionRefusal::Expired),
            SessionState::Cancelled => Err(SessionRefusal::Cancelled),
        }
    }

    /// The attempt under way moved without an outcome: the payer sees something new.
    ///
    /// # Errors
    /// [`SessionRefusal::NotThisAttempt`] unless this attempt is the one under way.
    pub fn follow(self, attempt: &AttemptId) -> Result<Self, SessionRefusal> {
        let attempt = self.paying(attempt)?;
        Ok(self.moved(SessionState::Paying { attempt }))
    }

    /// The attempt under way was refused: the payer may try again.
    ///
    /// # Errors
    /// [`SessionRefusal::NotThisAttempt`] unless this attempt is the one under way.
    pub fn decline(self, attempt: &AttemptId) -> Result<Self, SessionRefusal> {
        self.paying(attempt)?;
        Ok(self.moved(SessionState::Confirmed))
    }

    /// The attempt under way succeeded: the session is paid.
    ///
    /// # Errors
    /// [`SessionRefusal::NotThisAttempt`] unless this attempt is the one under way.
    pub fn complete(self, attempt: &AttemptId) -> Result<Self, SessionRefusal> {
        let attempt = self.paying(attempt)?;
        Ok(self.moved(SessionState::Complete { attempt }))
    }

    /// Its time is over.
    ///
    /// # Errors
    /// [`SessionRefusal::NotDue`] where it is not; another one where the session is not waiting.
    pub fn expire(self, now: Timestamp) -> Result<Self, SessionRefusal> {
        match self.state {
            SessionState::Open | SessionState::Confirmed if self.expires_at <= now => {
                Ok(self.moved(SessionState::Expired))
            }
            SessionState::Open | SessionState::Confirmed => Err(SessionRefusal::NotDue),
            SessionState::Paying { .. } => Err(SessionRefusal::Paying),
            SessionState::Complete { .. } => Err(SessionRefusal::Complete),
            SessionState::Expired => Err(SessionRefusal::Expired),
            SessionState::Cancelled => Err(SessionRefusal::Cancelled),
        }
    }

    /// The merchant's page locks the session while the merchant's server changes it: the payer
    /// may look, and may not confirm or pay. Ends with the change, or after five minutes.
    ///
    /// # Errors
    /// [`SessionRefusal`] unless the session is open or confirmed and its time is not over.
    pub fn lock(self, now: Timestamp) -> Result<Self, SessionRefusal> {
        let state = self.state.clone();
        self.clone().reopen(now)?;
        Ok(Self {
            locked_at: Some(now),
            ..self.moved(state)
        })
    }

    /// The payer asks the merchant for a new link: this one leads nowhere any more. Where it still
    /// does, or they have asked already, nothing changes.
    #[must_use]
    pub fn ask_for_link(self, now: Timestamp) -> Self {
        match self.state {
            SessionState::Expired | SessionState::Cancelled if self.link_asked_at.is_none() => {
                let state = self.state.clone();
                Self {
                    link_asked_at: Some(now),
                    ..self.moved(state)
                }
            }
            SessionState::Expired | SessionState::Cancelled => self,
            SessionState::Open | SessionState::Confirmed => self,
            SessionState::Paying { .. } | SessionState::Complete { .. } => self,
        }
    }

    /// The merchant changes the session, which ends a lock. What the payer confirmed they confirm
    /// again where the amount or the payer is another one.
    ///
    /// # Errors
    /// [`SessionRefusal`] unless the session is open or confirmed and its time is not over.
    pub fn update(self, changes: SessionChanges, now: Timestamp) -> Result<Self, SessionRefusal> {
        self.clone().reopen(now)?;
        let details = self.details.clone().after(&changes);
        let amount = changes.amount.unwrap_or(self.amount);
        let payer = changes.payer.unwrap_or_else(|| self.payer.clone());
        let state = if amount == self.amount && payer == self.payer {
            self.state.clone()
        } else {
            SessionState::Open
        };
        Ok(Self {
            amount,
            details,
            payer,
            locks: Locks {
                read_only: changes
                    .read_only
                    .unwrap_or_else(|| self.locks.read_only.clone()),
                hidden: changes.hidden.unwrap_or_else(|| self.locks.hidden.clone()),
            },
            expires_at: changes.expires_at.unwrap_or(self.expires_at),
            chosen: changes.chosen.unwrap_or_else(|| self.chosen.clone()),
            locked_at: None,
            ..self.moved(state)
        })
    }

    /// The payer chooses how it is sent, or gives codes: the total is another one, and nothing
    /// that was confirmed has to be confirmed again.
    ///
    /// # Errors
    /// [`SessionRefusal`] unless the session is open or confirmed and its time is not over.
    pub fn choose(
        self,
        chosen: Chosen,
        amount: Money,
        now: Timestamp,
    ) -> Result<Self, SessionRefusal> {
        self.refuse_if_locked(now)?;
        self.clone().reopen(now)?;
        let state = self.state.clone();
        Ok(Self {
            amount,
            chosen,
            ..self.moved(state)
        })
    }

    /// The payer calls it off.
    ///
    /// # Errors
    /// [`SessionRefusal`] unless the session is open or confirmed and its time is not over.
    pub fn cancel(self, now: Timestamp) -> Result<Self, SessionRefusal> {
        Ok(self.reopen(now)?.moved(SessionState::Cancelled))
    }

    fn refuse_if_due(&self, now: Timestamp) -> Result<(), SessionRefusal> {
        if self.is_due(now) {
            Err(SessionRefusal::Expired)
        } else {
            Ok(())
        }
    }

    fn refuse_if_locked(&self, now: Timestamp) -> Result<(), SessionRefusal> {
        if self.is_locked(now) {
            Err(SessionRefusal::Locked)
        } else {
            Ok(())
        }
    }

    fn paying(&self, attempt: &AttemptId) -> Result<AttemptId, SessionRefusal> {
        match &self.state {
            SessionState::Paying { attempt: current } if current == attempt => Ok(current.clone()),
            SessionState::Paying { .. } => Err(SessionRefusal::NotThisAttempt),
            SessionState::Open | SessionState::Confirmed => Err(SessionRefusal::NotThisAttempt),
            SessionState::Complete { .. } | SessionState::Expired | SessionState::Cancelled => {
                Err(SessionRefusal::NotThisAttempt)
            }
        }
    }

    /// Four billion changes of one session do not happen; a version that stood still would only
    /// make the next change look stale.
    fn moved(self, state: SessionState) -> Self {
        Self {
            state,
            version: self.version.saturating_add(1),
            ..self
        }
    }
}
