//! How often something is done in a second, by several at once.

use std::time::Duration;

use tokio::task::JoinSet;

use crate::failure::Failure;
use crate::stopwatch::Stopwatch;

/// How many do it at once: more than the machine has processors, as payers are.
pub(crate) const AT_ONCE: usize = 16;

/// Does it over and over, by [`AT_ONCE`] workers, and answers how often in a second. `begin` makes
/// one worker, which is done when the time is over.
pub(crate) async fn rate<W, F>(
    time: Duration,
    begin: impl Fn(usize, Until) -> W,
) -> Result<f64, Failure>
where
    W: Future<Output = F> + Send + 'static,
    F: Into<Result<u64, Failure>> + Send + 'static,
{
    let watch = Stopwatch::start();
    let until = Until { watch, time };
    let mut workers = JoinSet::new();
    for number in 0..AT_ONCE {
        workers.spawn(begin(number, until));
    }
    let mut done: u64 = 0;
    for worker in workers.join_all().await {
        done = done.saturating_add(worker.into()?);
    }
    #[expect(
        clippy::cast_precision_loss,
        reason = "a count of what was done in seconds"
    )]
    Ok(done as f64 / watch.elapsed().as_secs_f64())
}

/// When the workers stop.
#[derive(Clone, Copy)]
pub(crate) struct Until {
    watch: Stopwatch,
    time: Duration,
}

impl Until {
    /// Whether there is time for one more.
    pub(crate) fn goes_on(&self) -> bool {
        self.watch.elapsed() < self.time
    }
}
