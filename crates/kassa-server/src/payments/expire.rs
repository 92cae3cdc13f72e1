//! Offers that have ended.

use super::Kassa;
use super::happened::happened;
use super::reconcile::{is_last, lease};
use crate::domain::{EventKind, Session};
use crate::store::{SessionChange, StoreError, Swapped};

/// Expires every session that waits, whose time is over, and that no other server expires now.
/// Says how many.
///
/// # Errors
/// [`StoreError`] where the store fails; what was expired until then stays so.
pub async fn expire_sessions(kassa: &Kassa) -> Result<usize, StoreError> {
    let mut count = 0_usize;
    loop {
        let due = kassa.store.claim_sessions_due(&lease(kassa)).await?;
        let all = is_last(&due);
        count = count.saturating_add(due.len());
        for session in due {
            expire(kassa, session).await?;
        }
        if all {
            return Ok(count);
        }
    }
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
