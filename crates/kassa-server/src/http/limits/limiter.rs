//! Counting, by the generic cell rate algorithm.

use std::fmt;
use std::hash::Hash;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use governor::clock::Clock as _;
use governor::middleware::NoOpMiddleware;
use governor::nanos::Nanos;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};

use super::Rate;
use super::ticks::Ticks;
use crate::clock::Clock;

/// From this many names on, those that have rested long enough are forgotten.
const CROWD: usize = 4096;

const MINUTE: Duration = Duration::from_mins(1);

/// How many whole seconds to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::http) struct Wait(pub(in crate::http) u64);

/// Counts by name; without a rate it lets everybody pass.
pub(super) struct Limiter<K: Hash + Eq + Clone> {
    inner: Option<RateLimiter<K, DashMapStateStore<K>, Ticks, NoOpMiddleware<Nanos>>>,
    clock: Ticks,
}

impl<K: Hash + Eq + Clone> fmt::Debug for Limiter<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Limiter").finish_non_exhaustive()
    }
}

impl<K: Hash + Eq + Clone> Limiter<K> {
    pub(super) fn new(rate: Rate, clock: Arc<dyn Clock>) -> Self {
        let clock = Ticks::of(clock);
        let inner = quota(rate).map(|quota| RateLimiter::dashmap_with_clock(quota, clock.clone()));
        Self { inner, clock }
    }

    /// One more request of this name, or how long it has to wait.
    pub(super) fn count(&self, name: &K) -> Result<(), Wait> {
        let Some(inner) = &self.inner else {
            return Ok(());
        };
        if inner.len() > CROWD {
            inner.retain_recent();
        }
        inner.check_key(name).map_err(|refused| {
            let wait = refused.wait_time_from(self.clock.now());
            Wait(wait.as_secs().saturating_add(1))
        })
    }
}

fn quota(rate: Rate) -> Option<Quota> {
    let per_minute = NonZeroU32::new(rate.per_minute)?;
    let burst = NonZeroU32::new(rate.burst).unwrap_or(NonZeroU32::MIN);
    let every = MINUTE.checked_div(per_minute.get())?;
    Some(Quota::with_period(every)?.allow_burst(burst))
}
