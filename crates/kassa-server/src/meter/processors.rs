//! How long a processor takes.

use metrics::histogram;

use crate::clock::Stopwatch;

/// Measures one call to a processor, by its name and by whether it was answered. Whoever waits
/// only so long waits inside: a call that was given up counts with the time it was given.
///
/// # Errors
/// Those of the call.
pub async fn timed<T, E>(
    call: &'static str,
    asked: impl Future<Output = Result<T, E>>,
) -> Result<T, E> {
    let watch = Stopwatch::start();
    let answer = asked.await;
    let outcome = if answer.is_ok() { "answered" } else { "failed" };
    histogram!("kassa_processor_seconds", "call" => call, "outcome" => outcome)
        .record(watch.elapsed());
    answer
}
