//! The clock and the dice, asked for here and nowhere else in the widget.

use kassa_wire::AttemptKey;

use crate::checkout::form::card::Month;

/// Today's month by the payer's clock.
pub(super) fn this_month() -> Month {
    let today = js_sys::Date::new_0();
    let year = u16::try_from(today.get_full_year()).unwrap_or(u16::MAX);
    let month = u8::try_from(today.get_month())
        .unwrap_or(0)
        .saturating_add(1);
    Month { year, month }
}

/// A fresh key of 128 random bits. There is none where the browser has no dice; then nothing is
/// paid, because a key that can repeat could join two payments.
pub(super) fn fresh_key() -> Option<AttemptKey> {
    let mut bytes = [0_u8; 16];
    web_sys::window()?
        .crypto()
        .ok()?
        .get_random_values_with_u8_array(&mut bytes)
        .ok()?;
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0');
    let key: String = bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect();
    key.parse().ok()
}

/// How many milliseconds are left until an RFC 3339 time, if timers can wait for it.
pub(super) fn milliseconds_until(time: &str) -> Option<u32> {
    let left = js_sys::Date::parse(time) - js_sys::Date::now();
    let waitable = left.is_finite() && left < f64::from(i32::MAX);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and i32::MAX"
    )]
    waitable.then(|| left.max(0.0) as u32)
}
