//! The processor as the server holds it.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::SignedDuration;
use kassa_wire::problem::FieldProblem;
use kassa_wire::request::{CardDetails, CardToken};
use tokio::sync::{Notify, mpsc};

use super::card::check_card;
use super::ledger::{Ledger, LedgerError};
use crate::clock::{Clock, Dice};
use crate::domain::AttemptId;
use crate::processor::{CardTokenText, Notice};

/// The embedded processor.
#[derive(Clone, Debug)]
pub struct Sandbox {
    pub(super) ledger: Ledger,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) dice: Arc<dyn Dice>,
    pub(super) desk: Desk,
    pub(super) transfer_delay: SignedDuration,
    pub(super) notices: mpsc::UnboundedSender<Notice>,
    /// Woken when a charge was written down that will move by itself.
    pub(super) something_due: Arc<Notify>,
}

/// What the operator chose.
#[derive(Clone, Debug)]
pub struct SandboxSettings {
    /// The ledger's file.
    pub file: PathBuf,
    /// After how long a transfer arrives by itself.
    pub transfer_delay: SignedDuration,
    /// Whether tests and demonstrations may look at the ledger.
    pub desk: Desk,
}

/// Whether the ledger can be read, and transfers be let arrive, over HTTP.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Desk {
    /// For tests and demonstrations: everybody may.
    Open,
    /// Nobody may; the addresses are not there.
    Closed,
}

/// Why a card got no token.
#[derive(Debug)]
pub(super) enum TokenRefusal {
    /// What is wrong with it, field by field.
    Invalid(Vec<FieldProblem>),
    /// The ledger failed.
    Ledger(LedgerError),
}

impl Sandbox {
    /// Opens the ledger. Answers with the processor, and with the channel on which it tells what
    /// moved; that nobody listens is no harm, since what is in flight is looked up.
    ///
    /// # Errors
    /// [`LedgerError`] where the file cannot be opened or brought up to date.
    pub async fn open(
        settings: SandboxSettings,
        clock: Arc<dyn Clock>,
        dice: Arc<dyn Dice>,
    ) -> Result<(Self, mpsc::UnboundedReceiver<Notice>), LedgerError> {
        let ledger = Ledger::open(&settings.file).await?;
        let (notices, heard) = mpsc::unbounded_channel();
        let (desk, transfer_delay) = (settings.desk, settings.transfer_delay);
        let something_due = Arc::new(Notify::new());
        let sandbox = Self {
            ledger,
            clock,
            dice,
            desk,
            transfer_delay,
            notices,
            something_due,
        };
        Ok((sandbox, heard))
    }

    /// Changes a card into a token that can be charged once.
    pub(super) async fn tokenise(&self, card: &CardDetails) -> Result<CardToken, TokenRefusal> {
        let now = self.clock.now();
        let accepted = check_card(card, now).map_err(TokenRefusal::Invalid)?;
        let token = CardTokenText(format!("tok_{}", self.dice.letters(24)));
        let added = self.ledger.add_token(&token, &accepted, now).await;
        added.map_err(TokenRefusal::Ledger)?;
        Ok(CardToken { token: token.0 })
    }

    /// Moves every charge and every operation whose time has come, and tells of each.
    ///
    /// # Errors
    /// [`LedgerError`] where the ledger does not answer; nothing moved then.
    pub async fn settle_due(&self) -> Result<(), LedgerError> {
        for attempt in self.ledger.settle_due(self.clock.now()).await? {
            self.tell(attempt);
        }
        for operation in self.ledger.finish_due(self.clock.now()).await? {
            self.notice(Notice::Operation(operation));
        }
        Ok(())
    }

    /// Tells that a charge moved. Called after the ledger has it.
    pub(super) fn tell(&self, attempt: AttemptId) {
        self.notice(Notice::Attempt(attempt));
    }

    fn notice(&self, notice: Notice) {
        if self.notices.send(notice).is_err() {
            tracing::debug!("nobody listens to the sandbox's notices");
        }
    }
}
