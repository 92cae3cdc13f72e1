//! Transactions that lost a race are run again.

use std::hash::{BuildHasher, RandomState};
use std::time::Duration;

use super::StoreError;

/// How often a transaction is run again. Each loss means that another one won, so more than these
/// in a row are a fault and not a race.
const MOST: u32 = 12;

/// No wait between two runs is longer.
const LONGEST: Duration = Duration::from_millis(128);

/// How often one transaction was run again.
#[derive(Debug, Default)]
pub(super) struct Repeats(u32);

impl Repeats {
    /// Whether to run the transaction again: it lost a race by one of the database's own codes,
    /// and did not lose too many. Waits before it says yes, longer each time and never twice the
    /// same, so that those who collided do not collide again.
    pub(super) async fn again(&mut self, error: &StoreError, losses: &[&str]) -> bool {
        let lost = error
            .code()
            .is_some_and(|code| losses.contains(&code.as_str()));
        if !lost || self.0 >= MOST {
            return false;
        }
        self.0 = self.0.saturating_add(1);
        tokio::time::sleep(self.pause()).await;
        true
    }

    fn pause(&self) -> Duration {
        let most = 1_u64.checked_shl(self.0).unwrap_or(u64::MAX);
        let most = Duration::from_millis(most).min(LONGEST).as_micros();
        // The hasher's own random seed: nothing here has to be repeatable or unguessable.
        let drawn = u128::from(RandomState::new().hash_one(self.0));
        let wait = drawn.checked_rem(most).unwrap_or_default();
        Duration::from_micros(u64::try_from(wait).unwrap_or_default())
    }
}
