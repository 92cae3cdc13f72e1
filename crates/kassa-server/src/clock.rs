//! Time and dice, passed in. The only file that may ask the machine for either.

use std::fmt;

use jiff::Timestamp;

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
        #[expect(clippy::disallowed_methods, reason = "this is the clock that is injected")]
        Timestamp::now()
    }
}

/// Draws ids. What it draws must not be guessable: a session's id is the payer's capability.
pub trait Dice: Send + Sync + fmt::Debug {
    /// So many letters and digits, each drawn evenly from 62.
    fn letters(&self, length: usize) -> String;

    /// So many decimal digits, each drawn evenly.
    fn digits(&self, length: usize) -> String;
}
