//! When a delivery that failed is tried again.

use jiff::{SignedDuration, Timestamp};

use crate::clock::Dice;

/// How long a delivery is tried before it is parked.
pub const PATIENCE: SignedDuration = SignedDuration::from_hours(72);

/// The wait after the first failure. Each wait is twice the one before.
const FIRST: SignedDuration = SignedDuration::from_secs(5);

/// No wait is longer, so that an endpoint that is mended is found to be so the same day.
const LONGEST: SignedDuration = SignedDuration::from_hours(8);

/// What a whole is counted in when a part of it is drawn.
const PARTS: i64 = 1_000_000;

/// When to try again after so many tries, the last of them now; nothing where the time is over and
/// the delivery is to be parked. Before it is parked it is tried once at the very end.
#[must_use]
pub fn next_try(
    tries: u32,
    since: Timestamp,
    now: Timestamp,
    dice: &dyn Dice,
) -> Option<Timestamp> {
    let end = since.checked_add(PATIENCE).unwrap_or(Timestamp::MAX);
    if now >= end {
        return None;
    }
    let next = now.checked_add(wait(tries, dice)).unwrap_or(end);
    Some(next.min(end))
}

/// The wait after so many tries: between half of it and the whole, drawn, so that what failed
/// together does not come back together.
#[must_use]
pub fn wait(tries: u32, dice: &dyn Dice) -> SignedDuration {
    let doublings = tries.saturating_sub(1).min(30);
    let factor = 1_i32.checked_shl(doublings).unwrap_or(i32::MAX);
    let whole = FIRST.checked_mul(factor).unwrap_or(LONGEST).min(LONGEST);
    let half = whole.checked_div(2).unwrap_or(whole);
    half.saturating_add(part(half, drawn(dice)))
}

/// Millionths, each as likely as the other.
fn drawn(dice: &dyn Dice) -> i64 {
    dice.digits(6).parse().unwrap_or_default()
}

fn part(whole: SignedDuration, millionths: i64) -> SignedDuration {
    let micros = i64::try_from(whole.as_micros()).unwrap_or(i64::MAX);
    let part = micros.saturating_mul(millionths).checked_div(PARTS);
    SignedDuration::from_micros(part.unwrap_or_default())
}
