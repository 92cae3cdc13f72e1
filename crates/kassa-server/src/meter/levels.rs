//! What is read from the store when somebody asks for the numbers.

use std::collections::BTreeSet;

use jiff::Timestamp;
use metrics::gauge;

use crate::domain::PaymentState;
use crate::store::{Outbox, PaymentCount, payment_state_word};

/// How many attempts have no outcome.
pub fn set_attempts_in_flight(count: usize) {
    gauge!("kassa_attempts_in_flight").set(shown(count));
}

/// What waits to be delivered, and since when.
pub fn set_outbox(outbox: &Outbox, now: Timestamp) {
    let waits = outbox.oldest.map(|oldest| now.duration_since(oldest));
    let waits = waits.map_or(0.0, |waits| waits.as_secs_f64().max(0.0));
    gauge!("kassa_outbox_pending").set(shown(outbox.pending));
    gauge!("kassa_outbox_parked").set(shown(outbox.parked));
    gauge!("kassa_outbox_oldest_seconds").set(waits);
}

/// How many payments stand where. Where none stands any more the number is 0, not the last one.
pub fn set_payments(counts: &[PaymentCount]) {
    let processors: BTreeSet<&str> = counts.iter().map(|one| one.processor.as_str()).collect();
    for processor in processors {
        for state in PaymentState::ALL {
            let here = |one: &&PaymentCount| one.processor == processor && one.state == *state;
            let count = counts.iter().find(here).map_or(0, |one| one.count);
            let status = payment_state_word(*state);
            gauge!("kassa_payments", "processor" => processor.to_owned(), "status" => status)
                .set(shown(count));
        }
    }
}

fn shown(count: impl TryInto<u32>) -> f64 {
    count.try_into().unwrap_or(u32::MAX).into()
}
