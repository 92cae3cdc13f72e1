//! What moves by itself: slow banks, transfers on their way, pages that nobody came back to.

use std::time::Duration;

use super::{LedgerError, Sandbox};

/// How often to look although nothing seems due: the clock may have been set.
const AT_LEAST_EVERY: Duration = Duration::from_secs(30);

/// Moves charges as their time comes, for as long as the server runs.
pub async fn run_worker(sandbox: Sandbox) {
    loop {
        let wait = settle_and_wait(&sandbox).await.unwrap_or_else(|error| {
            tracing::error!(%error, "the sandbox could not move what is due");
            AT_LEAST_EVERY
        });
        tokio::select! {
            () = tokio::time::sleep(wait) => {}
            () = sandbox.something_due.notified() => {}
        }
    }
}

async fn settle_and_wait(sandbox: &Sandbox) -> Result<Duration, LedgerError> {
    sandbox.settle_due().await?;
    let Some(due) = sandbox.ledger.next_due().await? else {
        return Ok(AT_LEAST_EVERY);
    };
    let wait = Duration::try_from(due.duration_since(sandbox.clock.now()));
    Ok(wait.unwrap_or(Duration::ZERO).min(AT_LEAST_EVERY))
}
