//! Instants as people write them.

use std::sync::OnceLock;

use icu::datetime::DateTimeFormatter;
use icu::datetime::fieldsets::YMDT;
use icu::datetime::input::{Date, DateTime, Time};
use icu::datetime::options::TimePrecision;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::Locale;

/// An instant with its time zone, which is always UTC: the server does not know the payer's.
/// `20 November 2026 at 21:14 UTC`.
#[must_use]
pub fn moment(at: Timestamp, locale: Locale) -> String {
    written(at, locale).unwrap_or_else(|| at.to_string())
}

/// To make one takes longer than to write a hundred instants with it.
static MOMENTS: [OnceLock<Option<DateTimeFormatter<YMDT>>>; Locale::COUNT] =
    [const { OnceLock::new() }; Locale::COUNT];

fn written(at: Timestamp, locale: Locale) -> Option<String> {
    let civil = TimeZone::UTC.to_datetime(at);
    let unsigned = |value: i8| u8::try_from(value).ok();
    let date = Date::try_new_iso(
        i32::from(civil.year()),
        unsigned(civil.month())?,
        unsigned(civil.day())?,
    );
    let time = Time::try_new(unsigned(civil.hour())?, unsigned(civil.minute())?, 0, 0);
    let formatter = MOMENTS.get(locale.index())?.get_or_init(|| {
        let fields = YMDT::long().with_time_precision(TimePrecision::Minute);
        DateTimeFormatter::try_new(locale.dates().into(), fields).ok()
    });
    let instant = DateTime {
        date: date.ok()?,
        time: time.ok()?,
    };
    Some(format!("{} UTC", formatter.as_ref()?.format(&instant)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_is_written_as_each_language_does() {
        let at = "2026-11-20T21:14:59Z".parse().unwrap();
        let spanish = Locale::speaking("es").unwrap();
        assert_eq!(moment(at, Locale::ENGLISH), "20 November 2026 at 21:14 UTC");
        assert_eq!(
            moment(at, spanish),
            "20 de noviembre de 2026 a las 21:14 UTC"
        );
    }

    #[test]
    fn midnight_is_the_days_beginning() {
        let at = "2027-01-01T00:00:00Z".parse().unwrap();
        assert_eq!(moment(at, Locale::ENGLISH), "1 January 2027 at 00:00 UTC");
    }
}
