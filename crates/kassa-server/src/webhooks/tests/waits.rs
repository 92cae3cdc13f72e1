use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use crate::clock::{Dice, SystemDice};
use crate::webhooks::{PATIENCE, next_try, wait};

/// Dice that always fall on the same side.
#[derive(Debug)]
struct Loaded(char);

impl Dice for Loaded {
    fn letters(&self, length: usize) -> String {
        self.digits(length)
    }

    fn digits(&self, length: usize) -> String {
        self.0.to_string().repeat(length)
    }
}

/// Every try of a delivery that never succeeds, in seconds since it was due.
fn tries(dice: &dyn Dice) -> Vec<i64> {
    let (mut now, mut tries) = (Timestamp::UNIX_EPOCH, vec![0]);
    while let Some(next) = next_try(
        u32::try_from(tries.len()).unwrap(),
        Timestamp::UNIX_EPOCH,
        now,
        dice,
    ) {
        assert!(next > now, "time goes on");
        tries.push(next.as_second());
        now = next;
    }
    tries
}

#[test]
fn a_failed_delivery_is_tried_soon_and_then_ever_more_rarely() {
    let longest = tries(&Loaded('9'));
    assert_eq!(&longest[..6], [0, 4, 14, 34, 74, 154]);
    let waits: Vec<i64> = longest.windows(2).map(|pair| pair[1] - pair[0]).collect();
    assert!(waits.iter().all(|wait| *wait <= 8 * 3600), "{waits:?}");
    let shortest = tries(&Loaded('0'));
    assert_eq!(&shortest[..5], [0, 2, 7, 17, 37]);
}

#[test]
fn a_delivery_is_parked_after_three_days_and_tried_at_their_end() {
    for dice in [&Loaded('0') as &dyn Dice, &Loaded('9'), &SystemDice] {
        let tries = tries(dice);
        assert_eq!(tries.last(), Some(&(72 * 3600)));
        assert!((15..=40).contains(&tries.len()), "{tries:?}");
    }
}

proptest! {
    #[test]
    fn a_wait_is_never_nothing_and_never_more_than_a_third_of_a_day(tries in any::<u32>()) {
        let wait = wait(tries, &SystemDice);
        prop_assert!(wait >= SignedDuration::from_millis(2500));
        prop_assert!(wait <= SignedDuration::from_hours(8));
    }

    #[test]
    fn nothing_is_tried_after_its_time(tries in any::<u32>(), after in 0_i64..10_000_000) {
        let since = Timestamp::UNIX_EPOCH;
        let now = Timestamp::from_second(after).unwrap();
        let end = since.checked_add(PATIENCE).unwrap();
        match next_try(tries, since, now, &SystemDice) {
            Some(next) => prop_assert!(now < next && next <= end),
            None => prop_assert!(now >= end),
        }
    }
}
