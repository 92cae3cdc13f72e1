//! From the start of the process to its first answer.

use std::time::Duration;

use super::client::{Connection, Question};
use super::ground::Ground;
use crate::failure::Failure;
use crate::stopwatch::Stopwatch;

/// How many milliseconds a server on this ground's data takes to its first answer.
pub(crate) async fn milliseconds_to_answer(ground: &mut Ground) -> Result<f64, Failure> {
    ground.stop();
    let watch = Stopwatch::start();
    ground.start()?;
    loop {
        if let Ok(mut connection) = Connection::open(ground.server).await {
            let answer = connection.ask(Question::get("/healthz")).await?;
            if answer.status.is_success() {
                return Ok(watch.elapsed().as_secs_f64() * 1000.0);
            }
        }
        ground.check()?;
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}
