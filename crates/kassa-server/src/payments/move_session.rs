//! How a use case moves a session that nothing is being paid in.

use jiff::Timestamp;

use super::Kassa;
use super::happened::happened;
use crate::domain::{Checkout, EventKind, Session};
use crate::store::{SessionChange, StoreError, Swapped};

/// Where a session is to stand, and what tells of it.
pub(super) struct SessionMove {
    pub(super) after: Session,
    pub(super) tells: EventKind,
    pub(super) at: Timestamp,
}

/// Writes the move with its event, and tells whoever listens. Answers with the checkout as it is
/// now; nothing where somebody moved the session since it was read.
pub(super) async fn move_session(
    kassa: &Kassa,
    read: Checkout,
    moving: SessionMove,
) -> Result<Option<Checkout>, StoreError> {
    let SessionMove { after, tells, at } = moving;
    let change = SessionChange {
        event: happened(kassa, tells, &after, at),
        before: read.session.clone(),
        after,
    };
    match kassa.store.change_session(&change).await? {
        Swapped::Conflict => Ok(None),
        Swapped::Done => {
            kassa.changes.tell(&change.after.id, change.after.version);
            Ok(Some(Checkout {
                session: change.after,
                ..read
            }))
        }
    }
}
