//! Dice that fall the same way in every run.

use std::sync::Mutex;

use kassa_server::clock::Dice;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

/// Seeded: never the same twice in a test, always the same in the next run.
#[derive(Debug)]
pub(crate) struct SeededDice(Mutex<StdRng>);

impl Default for SeededDice {
    fn default() -> Self {
        Self(Mutex::new(StdRng::seed_from_u64(2026)))
    }
}

impl SeededDice {
    fn draw(&self, from: &[u8], length: usize) -> String {
        let mut rng = self.0.lock().unwrap();
        (0..length)
            .map(|_| char::from(from[rng.random_range(0..from.len())]))
            .collect()
    }
}

impl Dice for SeededDice {
    fn letters(&self, length: usize) -> String {
        self.draw(
            b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
            length,
        )
    }

    fn digits(&self, length: usize) -> String {
        self.draw(b"0123456789", length)
    }
}
