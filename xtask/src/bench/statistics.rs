//! Medians, quartiles and percentiles: one slow visit must not tell the story, and one slow key in a
//! hundred must.

use serde::Serialize;

/// The middle of what was measured, and how far it spreads.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub(crate) struct Spread {
    /// A quarter was below.
    pub(crate) lower: f64,
    /// Half was below.
    pub(crate) median: f64,
    /// Three quarters were below.
    pub(crate) upper: f64,
}

impl Spread {
    /// Of these values; none where there are none.
    pub(crate) fn of(values: impl IntoIterator<Item = f64>) -> Option<Self> {
        let sorted = sorted(values);
        let at = |quarter| quantile(&sorted, quarter);
        Some(Self {
            lower: at(1)?,
            median: at(2)?,
            upper: at(3)?,
        })
    }
}

/// The value that so many of a hundred are not above: one that was measured, the nearest rank. None
/// where there are none.
pub(crate) fn percentile(values: impl IntoIterator<Item = f64>, percent: usize) -> Option<f64> {
    let sorted = sorted(values);
    let rank = sorted.len().checked_mul(percent)?.div_ceil(100);
    sorted.get(rank.saturating_sub(1)).copied()
}

fn sorted(values: impl IntoIterator<Item = f64>) -> Vec<f64> {
    let mut sorted: Vec<f64> = values.into_iter().collect();
    sorted.sort_by(f64::total_cmp);
    sorted
}

/// The value that so many quarters are below, between neighbours where it falls between them.
fn quantile(sorted: &[f64], quarters: usize) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let place = last.checked_mul(quarters)?;
    let (index, rest) = (place / 4, place % 4);
    let below = *sorted.get(index)?;
    let above = sorted
        .get(index.saturating_add(1))
        .copied()
        .unwrap_or(below);
    let share = [0.0, 0.25, 0.5, 0.75].get(rest)?;
    Some((above - below).mul_add(*share, below))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slow_visit_does_not_move_the_median() {
        let spread = Spread::of([3.0, 1.0, 2.0, 100.0, 4.0]).unwrap();
        assert_eq!(
            spread,
            Spread {
                lower: 2.0,
                median: 3.0,
                upper: 4.0
            }
        );
        assert_eq!(Spread::of([1.0, 2.0]).map(|it| it.median), Some(1.5));
        assert_eq!(Spread::of([]), None);
    }

    #[test]
    fn two_slow_keys_in_a_hundred_are_seen_and_one_is_not() {
        let keys = |slow: usize| (0..100).map(move |key| if key < slow { 40.0 } else { 5.0 });
        assert_eq!(percentile(keys(1), 99), Some(5.0));
        assert_eq!(percentile(keys(2), 99), Some(40.0));
        assert_eq!(percentile([7.0], 50), Some(7.0));
        assert_eq!(percentile([], 99), None);
    }
}
