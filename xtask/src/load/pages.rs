//! Hosted pages: read, rendered and compressed for each payer, against the same server sending as
//! many bytes that were compressed long before.

use std::net::SocketAddr;
use std::time::Duration;

use super::client::{Connection, Question};
use super::rate::{Until, rate};
use crate::failure::Failure;

/// How often this path is answered in a second.
pub(crate) async fn pages_a_second(
    server: SocketAddr,
    path: &str,
    time: Duration,
) -> Result<f64, Failure> {
    rate(time, |_, until| ask(server, path.to_owned(), until)).await
}

async fn ask(server: SocketAddr, path: String, until: Until) -> Result<u64, Failure> {
    let mut connection = Connection::open(server).await?;
    let mut done: u64 = 0;
    while until.goes_on() {
        let answer = connection.ask(Question::page(&path)).await?;
        if !answer.status.is_success() {
            return Err(Failure::answer("the server", format!("{path} is there")));
        }
        done = done.saturating_add(1);
    }
    Ok(done)
}
