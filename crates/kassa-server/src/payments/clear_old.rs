//! What is old and of no use is deleted. `docs/data.md` states the rules.

use jiff::{SignedDuration, Timestamp};

use super::Kassa;
use crate::store::{Cleared, Clearing, StoreError};

/// For how long an idempotency key keeps its answer.
const KEEPS_REQUESTS: SignedDuration = SignedDuration::from_hours(24);

/// For how long a delivery that arrived is shown.
const KEEPS_DELIVERIES: SignedDuration = SignedDuration::from_hours(30 * 24);

/// For how long a session is kept that nobody ever tried to pay.
const KEEPS_SESSIONS: SignedDuration = SignedDuration::from_hours(90 * 24);

/// How many rows of each kind go in one transaction: few, because payers wait meanwhile.
const AT_ONCE: u32 = 500;

/// How many transactions one call makes.
const TIMES: u32 = 10;

/// Whether all that is old is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    /// It is.
    Nothing,
    /// There is more: call again.
    Something,
}

/// Deletes what is old, some thousands of rows at the most. Several servers may do it at once.
///
/// # Errors
/// [`StoreError`] where the store fails; what was deleted until then stays so.
pub async fn clear_old(kassa: &Kassa) -> Result<(Cleared, Rest), StoreError> {
    let clearing = clearing(kassa.clock.now());
    let mut all = Cleared::default();
    for _ in 0..TIMES {
        let cleared = kassa.store.clear(&clearing).await?;
        if cleared.is_nothing() {
            return Ok((all, Rest::Nothing));
        }
        all = all.and(cleared);
    }
    Ok((all, Rest::Something))
}

fn clearing(now: Timestamp) -> Clearing {
    let before = |kept| now.checked_sub(kept).unwrap_or(Timestamp::MIN);
    Clearing {
        requests: before(KEEPS_REQUESTS),
        deliveries: before(KEEPS_DELIVERIES),
        sessions: before(KEEPS_SESSIONS),
        most: AT_ONCE,
    }
}
