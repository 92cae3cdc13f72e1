//! The server's own clock, as the limiter wants to read it.

use std::sync::Arc;

use governor::nanos::Nanos;
use jiff::Timestamp;

use crate::clock::Clock;

/// Time since the limiter was made. A clock that is set back stands still for it.
#[derive(Clone, Debug)]
pub(super) struct Ticks {
    clock: Arc<dyn Clock>,
    began: Timestamp,
}

impl Ticks {
    pub(super) fn of(clock: Arc<dyn Clock>) -> Self {
        let began = clock.now();
        Self { clock, began }
    }
}

impl governor::clock::Clock for Ticks {
    type Instant = Nanos;

    fn now(&self) -> Nanos {
        let passed = self.clock.now().duration_since(self.began).as_nanos();
        Nanos::new(u64::try_from(passed.max(0)).unwrap_or(u64::MAX))
    }
}
