//! What is read from the store when somebody asks for the numbers.

use metrics::gauge;

/// How many attempts have no outcome.
pub fn set_attempts_in_flight(count: usize) {
    gauge!("kassa_attempts_in_flight").set(shown(count));
}

fn shown(count: usize) -> f64 {
    u32::try_from(count).unwrap_or(u32::MAX).into()
}
