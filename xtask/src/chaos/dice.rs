//! Decisions drawn from a seed, so that a run that broke something can be had again.

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

/// One actor's decisions: each actor has dice of its own, so that what one does never changes
/// what another draws.
#[derive(Debug)]
pub(crate) struct Dice(StdRng);

impl Dice {
    /// The decisions of one actor in a run with this seed.
    pub(crate) fn of(seed: u64, actor: u64) -> Self {
        // An odd constant keeps the actors of one seed apart from those of the next.
        let apart = actor.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        Self(StdRng::seed_from_u64(seed ^ apart))
    }

    /// The decisions of somebody who comes along.
    pub(crate) fn fork(&mut self) -> Self {
        Self(StdRng::seed_from_u64(self.0.random()))
    }

    /// Happens so many times of a hundred.
    pub(crate) fn happens(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// Any number below this one, which is not zero.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.0.random_range(0..end.max(1))
    }

    /// One of these, each as often as its weight says.
    pub(crate) fn weighted<T: Copy>(&mut self, choices: &[(u64, T)]) -> Option<T> {
        let mut left = self.below(choices.iter().map(|(weight, _)| weight).sum());
        for (weight, choice) in choices {
            match left.checked_sub(*weight) {
                Some(rest) => left = rest,
                None => return Some(*choice),
            }
        }
        None
    }
}

/// A seed that nobody chose.
pub(crate) fn any_seed() -> u64 {
    #[expect(
        clippy::disallowed_methods,
        reason = "it is printed, and everything else is drawn from it"
    )]
    let seed: u32 = rand::random();
    u64::from(seed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_draws_the_same_and_each_actor_draws_its_own() {
        let draws = |seed, actor| {
            let mut dice = Dice::of(seed, actor);
            (0..20).map(|_| dice.below(1_000)).collect::<Vec<_>>()
        };
        assert_eq!(draws(7, 1), draws(7, 1));
        assert_ne!(draws(7, 1), draws(7, 2));
        assert_ne!(draws(7, 1), draws(8, 1));
    }

    #[test]
    fn what_weighs_nothing_is_never_drawn() {
        let mut dice = Dice::of(7, 1);
        for _ in 0..100 {
            assert_eq!(
                dice.weighted(&[(0, "never"), (3, "always")]),
                Some("always")
            );
        }
    }
}
