//! Posts the invitations that wait, for as long as the server runs.

use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::task::JoinSet;

use super::{Letter, Mailer, invitation_letter};
use crate::domain::{Invitation, Posted, Session};
use crate::payments::{Kassa, ReadCheckoutError, read_checkout};
use crate::store::{Lease, StoreError};

/// For how long an invitation is this server's. Longer than a mail server may take; if the server
/// dies another takes over after it.
const LEASE: SignedDuration = SignedDuration::from_secs(60);

/// How many letters this server has under way at once.
const AT_ONCE: u32 = 8;

/// How long after nothing was due to look again. What is asked for in this process is posted at
/// once; this is for what others took and dropped, and for what is tried again.
const LOOK_EVERY: Duration = Duration::from_secs(5);

/// Posts invitations. Any number of servers do so side by side: each takes what none has taken.
#[derive(Clone, Debug)]
pub struct Postman {
    kassa: Kassa,
    mailer: Arc<dyn Mailer>,
}

impl Postman {
    /// A postman who hands letters to this mailer.
    #[must_use]
    pub const fn new(kassa: Kassa, mailer: Arc<dyn Mailer>) -> Self {
        Self { kassa, mailer }
    }

    /// Posts until the server ends; a round that was begun is finished. What is left waits in the
    /// store for the next start, or for another server.
    pub async fn run(self, end: impl Future<Output = ()>) {
        tokio::pin!(end);
        let mut invited = self.kassa.invited.subscribe();
        loop {
            if let Err(error) = self.post_due().await {
                tracing::error!(error = ?error, "the invitations that wait cannot be read");
            }
            tokio::select! {
                biased;
                () = &mut end => return,
                _any = invited.recv() => {}
                () = tokio::time::sleep(LOOK_EVERY) => {}
            }
        }
    }

    /// Posts everything that is due. What is not taken waits.
    ///
    /// # Errors
    /// [`StoreError`] where what is due cannot be read.
    pub async fn post_due(&self) -> Result<(), StoreError> {
        loop {
            let now = self.kassa.clock.now();
            let lease = Lease {
                now,
                until: now.checked_add(LEASE).unwrap_or(Timestamp::MAX),
                most: AT_ONCE,
            };
            let due = self.kassa.store.claim_invitations(&lease).await?;
            let last = u32::try_from(due.len()).is_ok_and(|due| due < AT_ONCE);
            let mut posting = JoinSet::new();
            for (invitation, session) in due {
                let postman = self.clone();
                posting.spawn(async move { postman.try_or_log(invitation, session).await });
            }
            posting.join_all().await;
            if last {
                return Ok(());
            }
        }
    }

    async fn try_or_log(&self, invitation: Invitation, session: Session) {
        let id = invitation.id.clone();
        if let Err(error) = self.try_once(invitation, session).await {
            tracing::warn!(invitation.id = %id, error = ?error, "an invitation was not posted");
        }
    }

    async fn try_once(&self, before: Invitation, session: Session) -> Result<(), StoreError> {
        let now = self.kassa.clock.now();
        let after = if session.clone().reopen(now).is_err() {
            before.clone().over(now)
        } else {
            let posted = match self.letter(&before).await? {
                Some(letter) => self.mailer.post(&letter).await,
                None => Posted::Refused,
            };
            let now = self.kassa.clock.now();
            before.clone().tried(posted, session.expires_at, now)
        };
        // Whoever moved it meanwhile has posted it.
        let _moved_or_not = self.kassa.store.move_invitation(&before, &after).await?;
        Ok(())
    }

    /// `None` for an invitation without an address, which none that waits is.
    async fn letter(&self, invitation: &Invitation) -> Result<Option<Letter>, StoreError> {
        let Some(email) = invitation.email.clone() else {
            return Ok(None);
        };
        let checkout = match read_checkout(&self.kassa, &invitation.session).await {
            Ok(checkout) => checkout,
            Err(ReadCheckoutError::NotFound) => return Ok(None),
            Err(ReadCheckoutError::Store(error)) => return Err(error),
        };
        let url = self.kassa.session_url(&invitation.session).0;
        let to = (&invitation.id, email);
        Ok(Some(invitation_letter(
            to,
            &checkout,
            &url,
            &self.kassa.words,
        )))
    }
}
