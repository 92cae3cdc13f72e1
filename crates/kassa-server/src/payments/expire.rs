//! Offers that have ended.

use super::Kassa;
use super::happened::happened;
use crate::domain::{EventKind, Session};
use crate::store::{SessionChange, StoreError, Swapped};

/// Expires every session that waits and whose time is over. Says how many.
///
/// # Errors
/// [`StoreError`] where the store fails; what was expired until then stays so.
pub async fn expire_sessions(kassa: &Kassa) -> Result<usize, StoreError> {
    let due = kassa.store.sessions_due(kassa.clock.now()).await?;
    let count = due.len();
    for session in due {
        expire(kassa, session).await?;
    }
    Ok(count)
}

/// Expires a session unless it moved meanwhile: then it is no longer due, or somebody else was
/// faster.
pub(super) async fn expire(kassa: &Kassa, before: Session) -> Result<(), StoreError> {
    let now = kassa.clock.now();
    let Ok(after) = before.clone().expire(now) else {
        return Ok(());
    };
    let event = happened(kassa, EventKind::SessionExpired, &after, now);
    let change = SessionChange {
        before,
        after,
        event,
    };
    if kassa.store.change_session(&change).await? == Swapped::Done {
        kassa.changes.tell(&change.after.id, change.after.version);
    }
    Ok(())
}
