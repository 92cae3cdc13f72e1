//! How long a processor takes.

use metrics::histogram;

use crate::clock::Stopwatch;
use crate::domain::ProcessorName;

/// Measures one call to a processor, by both their names and by whether it was answered. Whoever waits
/// only so long waits inside: a call that was given up counts with the time it was given.
///
/// # Errors
/// Those of the call.
pub async fn timed<T, E>(
    processor: &ProcessorName,
    call: &'static str,
    asked: impl Future<Output = Result<T, E>>,
) -> Result<T, E> {
    let watch = Stopwatch::start();
    let answer = asked.await;
    let outcome = if answer.is_ok() { "answered" } else { "failed" };
    let labels = [
        ("processor", processor.0.clone()),
        ("call", call.to_owned()),
        ("outcome", outcome.to_owned()),
    ];
    histogram!("kassa_processor_seconds", &labels).record(watch.elapsed());
    answer
}
