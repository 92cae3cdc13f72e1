//! Days of the calendar.

use kassa_wire::problem::FieldCode;

/// A day that there is, `2026-11-20`: what browsers send for a field of dates.
pub(super) fn parse(text: &str) -> Result<String, FieldCode> {
    let text = super::text::plain(text).trim().to_owned();
    if is_day(&text) {
        Ok(text)
    } else {
        Err(FieldCode::InvalidDate)
    }
}

fn is_day(text: &str) -> bool {
    let shape = text.bytes().enumerate().all(|(place, byte)| match place {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    let part = |from, to| text.get(from..to).and_then(|part| part.parse::<u16>().ok());
    let (Some(year), Some(month), Some(day)) = (part(0, 4), part(5, 7), part(8, 10)) else {
        return false;
    };
    shape && text.len() == 10 && year > 0 && (1..=days_in(year, month)).contains(&day)
}

/// How many days a month has; none where there is no such month.
fn days_in(year: u16, month: u16) -> u16 {
    match month {
        2 if year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_there_is_is_taken() {
        for day in [
            "2026-11-20",
            "2024-02-29",
            "2000-02-29",
            "1955-12-31",
            " 2026-01-01 ",
        ] {
            assert!(parse(day).is_ok(), "{day}");
        }
    }

    #[test]
    fn a_day_that_there_is_not_is_not() {
        for none in [
            "",
            "2026-02-29",
            "1900-02-29",
            "2026-04-31",
            "2026-13-01",
            "2026-00-10",
            "2026-01-00",
            "0000-01-01",
            "20.11.2026",
            "2026-1-1",
            "+026-01-01",
            "2026-11-201",
            "2026-11-2é",
        ] {
            assert_eq!(parse(none), Err(FieldCode::InvalidDate), "{none}");
        }
    }
}
