//! Medians and quartiles: one slow visit must not tell the story.

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
        let mut sorted: Vec<f64> = values.into_iter().collect();
        sorted.sort_by(f64::total_cmp);
        let at = |quarter| quantile(&sorted, quarter);
        Some(Self {
            lower: at(1)?,
            median: at(2)?,
            upper: at(3)?,
        })
    }
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
}
