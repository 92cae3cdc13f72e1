//! Old rows go while the server runs.

use std::time::Duration;

use crate::http::Shutdown;
use crate::payments::{Kassa, Rest, clear_old};
use crate::store::Cleared;

/// How long to rest where nothing was left.
const RARELY: Duration = Duration::from_mins(10);

/// How long to let others write where something was.
const SOON: Duration = Duration::from_secs(1);

/// Deletes what is old, until the server ends.
pub(super) async fn keep_clearing(kassa: Kassa, shutdown: Shutdown) {
    loop {
        let wait = match clear_old(&kassa).await {
            Ok((cleared, rest)) => {
                tell(cleared);
                match rest {
                    Rest::Nothing => RARELY,
                    Rest::Something => SOON,
                }
            }
            Err(error) => {
                tracing::error!(error = ?error, "what is old could not be deleted");
                RARELY
            }
        };
        tokio::select! {
            () = tokio::time::sleep(wait) => {}
            () = shutdown.begun() => return,
        }
    }
}

fn tell(cleared: Cleared) {
    if !cleared.is_nothing() {
        let Cleared {
            requests,
            deliveries,
            sessions,
        } = cleared;
        tracing::info!(requests, deliveries, sessions, "what was old was deleted");
    }
}
