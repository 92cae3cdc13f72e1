//! A clock that stands still.

use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp};
use kassa_server::clock::Clock;

/// Stands still until it is told to go on.
#[derive(Debug)]
pub(crate) struct FrozenClock(AtomicI64);

impl Default for FrozenClock {
    fn default() -> Self {
        let noon: Timestamp = "2026-11-20T12:00:00Z".parse().unwrap();
        Self(AtomicI64::new(noon.as_microsecond()))
    }
}

impl Clock for FrozenClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_microsecond(self.0.load(Ordering::SeqCst)).unwrap()
    }
}

impl FrozenClock {
    /// So much later.
    pub(crate) fn advance(&self, by: SignedDuration) {
        let micros = i64::try_from(by.as_micros()).unwrap();
        self.0.fetch_add(micros, Ordering::SeqCst);
    }
}
