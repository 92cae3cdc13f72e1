//! What is done again and again while the server runs.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use crate::http::Shutdown;
use crate::payments::{Kassa, expire_sessions, reconcile};
use crate::store::StoreError;

/// A charge that is still being asked for settles itself: a round leaves it alone for this long
/// beyond the time that it may take.
const MARGIN: SignedDuration = SignedDuration::from_secs(5);

/// Looks for payments without an outcome and for sessions whose time is over, until the server
/// ends; a round that was begun is finished. The first round is the start's: nothing that this process has begun is under way
/// then, so it leaves nothing alone.
pub(super) async fn go_round(kassa: Kassa, every: Duration, shutdown: Shutdown) {
    let mut until = Timestamp::MAX;
    loop {
        if let Err(error) = round(&kassa, until).await {
            tracing::error!(error = ?error, "a round could not be made");
        }
        tokio::select! {
            () = tokio::time::sleep(every) => {}
            () = shutdown.begun() => return,
        }
        until = settled_by(&kassa);
    }
}

async fn round(kassa: &Kassa, until: Timestamp) -> Result<(), StoreError> {
    let expired = expire_sessions(kassa).await?;
    if expired > 0 {
        tracing::info!(expired, "sessions whose time was over");
    }
    reconcile(kassa, until).await
}

/// Attempts that last moved before this are not being asked for any more.
fn settled_by(kassa: &Kassa) -> Timestamp {
    let limit = SignedDuration::try_from(kassa.settings.charge_time_limit).unwrap_or_default();
    let patience = limit.saturating_add(MARGIN);
    kassa
        .clock
        .now()
        .checked_sub(patience)
        .unwrap_or(Timestamp::MIN)
}
