//! Time and dice, passed in. The only file that may ask the machine for either.

use std::fmt;

use jiff::Timestamp;
use rand::RngExt;
use rand::distr::{Alphanumeric, Distribution};

/// Tells the time.
pub trait Clock: Send + Sync + fmt::Debug {
    /// Now.
    fn now(&self) -> Timestamp;
}

/// The machine's own clock.
#[derive(Clone, Copy, Debug)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        #[expect(
            clippy::disallowed_methods,
            reason = "this is the clock that is injected"
        )]
        let now = Timestamp::now();
        // Stores keep microseconds: what is read again has to be equal to what was written.
        Timestamp::from_microsecond(now.as_microsecond()).unwrap_or(now)
    }
}

/// Draws ids. What it draws must not be guessable: a session's id is the payer's capability.
pub trait Dice: Send + Sync + fmt::Debug {
    /// So many letters and digits, each drawn evenly from 62.
    fn letters(&self, length: usize) -> String;

    /// So many decimal digits, each drawn evenly.
    fn digits(&self, length: usize) -> String;
}

/// The machine's own dice: a generator that the operating system seeds.
#[derive(Clone, Copy, Debug)]
pub struct SystemDice;

impl Dice for SystemDice {
    fn letters(&self, length: usize) -> String {
        #[expect(
            clippy::disallowed_methods,
            reason = "these are the dice that are injected"
        )]
        let mut rng = rand::rng();
        (0..length)
            .map(|_| char::from(Alphanumeric.sample(&mut rng)))
            .collect()
    }

    fn digits(&self, length: usize) -> String {
        #[expect(
            clippy::disallowed_methods,
            reason = "these are the dice that are injected"
        )]
        let mut rng = rand::rng();
        (0..length)
            .map(|_| char::from(rng.random_range(b'0'..=b'9')))
            .collect()
    }
}

/// Measures how long something took, for the log and the numbers. Nothing is decided by it, so it
/// is not injected; setting the machine's clock does not move it.
#[derive(Clone, Copy, Debug)]
pub struct Stopwatch(tokio::time::Instant);

impl Stopwatch {
    /// Begins now.
    #[must_use]
    pub fn start() -> Self {
        Self(tokio::time::Instant::now())
    }

    /// Since it began.
    #[must_use]
    pub fn elapsed(self) -> std::time::Duration {
        self.0.elapsed()
    }
}
