//! Whole payments.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use super::client::Connection;
use super::ground::{Ground, order_number};
use super::payer::Payer;
use super::rate::{Until, rate};
use crate::failure::Failure;

/// How many orders are paid in a second, each with a session of its own. `next` is the number of
/// the next order that nobody has paid.
pub(crate) async fn payments_a_second(
    ground: &Ground,
    next: &Arc<AtomicUsize>,
    time: Duration,
) -> Result<f64, Failure> {
    let (server, key) = (ground.server, ground.api_key.clone());
    rate(time, |_, until| {
        pay(server, key.clone(), Arc::clone(next), until)
    })
    .await
}

async fn pay(
    server: SocketAddr,
    key: String,
    next: Arc<AtomicUsize>,
    until: Until,
) -> Result<u64, Failure> {
    let connection = Connection::open(server).await?;
    let mut payer = Payer::new(connection, &key, Ground::RECIPIENT);
    let mut done: u64 = 0;
    while until.goes_on() {
        let order = order_number(next.fetch_add(1, Ordering::Relaxed));
        payer.pay(&order).await?;
        done = done.saturating_add(1);
    }
    Ok(done)
}
