//! A card's fields: as they are typed, and as the processor's tokenizer takes them.

use kassa_wire::problem::{FieldCode, FieldProblem};
use kassa_wire::request::CardDetails;

/// The names by which problems name a card's fields.
pub mod field {
    /// The long number.
    pub const NUMBER: &str = "card.number";
    /// Month and year.
    pub const EXPIRY: &str = "card.expiry";
    /// Three or four digits.
    pub const CODE: &str = "card.code";
    /// As on the card.
    pub const HOLDER: &str = "card.holder";
    /// All of them, in reading order.
    pub const ALL: [&str; 4] = [NUMBER, EXPIRY, CODE, HOLDER];
}

/// A month of a year, to know whether a card's time is over. The shell reads it from the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    /// Four digits.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
}

/// Cards run for less time than this; a year further away is a slip.
const LONGEST_YEARS: u16 = 25;

/// What is in the card's fields, as it was typed.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct CardText {
    /// The long number, grouped.
    pub number: String,
    /// Month and year.
    pub expiry: String,
    /// The security code.
    pub code: String,
    /// The name on the card.
    pub holder: String,
}

impl std::fmt::Debug for CardText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CardText(***)")
    }
}

impl CardText {
    /// The text of one field by its name in [`field`].
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        match name {
            field::NUMBER => &self.number,
            field::EXPIRY => &self.expiry,
            field::CODE => &self.code,
            field::HOLDER => &self.holder,
            _ => "",
        }
    }

    /// Puts a text in one field by its name in [`field`]; other names are not the card's.
    pub fn set(&mut self, name: &str, text: String) {
        match name {
            field::NUMBER => self.number = text,
            field::EXPIRY => self.expiry = text,
            field::CODE => self.code = text,
            field::HOLDER => self.holder = text,
            _ => {}
        }
    }
}

/// How a card's number is written and checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Brand {
    /// 15 digits as 4-6-5, and four digits of security code.
    AmericanExpress,
    /// Groups of four, and three digits.
    Other,
}

impl Brand {
    /// By the number's first digits, as ISO/IEC 7812 gives them out.
    #[must_use]
    pub fn of(number: &str) -> Self {
        let digits = digits_of(number);
        if digits.starts_with("34") || digits.starts_with("37") {
            Self::AmericanExpress
        } else {
            Self::Other
        }
    }

    fn code_length(self) -> usize {
        match self {
            Self::AmericanExpress => 4,
            Self::Other => 3,
        }
    }

    fn ends_group(self, digits: usize) -> bool {
        match self {
            Self::AmericanExpress => digits == 4 || digits == 10,
            Self::Other => digits > 0 && digits.is_multiple_of(4),
        }
    }
}

/// The card, or what is wrong with each field, in reading order.
///
/// # Errors
/// A problem for each field that cannot be taken, by its name in [`field`].
pub fn parse(card: &CardText, this_month: Month) -> Result<CardDetails, Vec<FieldProblem>> {
    let number = parse_number(&card.number);
    let expiry = parse_expiry(&card.expiry, this_month);
    let code = parse_code(&card.code, Brand::of(&card.number));
    let holder = parse_holder(&card.holder);
    match (number, expiry, code, holder) {
        (Ok(number), Ok(expiry), Ok(security_code), Ok(holder)) => {
            let Month { year, month } = expiry;
            Ok(CardDetails {
                number,
                expiry_month: month,
                expiry_year: year,
                security_code,
                holder,
            })
        }
        (number, expiry, code, holder) => {
            let codes = [number.err(), expiry.err(), code.err(), holder.err()];
            let named = field::ALL.into_iter().zip(codes);
            Err(named
                .filter_map(|(name, code)| {
                    Some(FieldProblem {
                        field: name.to_owned(),
                        code: code?,
                    })
                })
                .collect())
        }
    }
}

/// What is wrong with one field, if anything: for saying so when the field is left.
#[must_use]
pub fn problem_of(name: &str, card: &CardText, this_month: Month) -> Option<FieldCode> {
    match name {
        field::NUMBER => parse_number(&card.number).err(),
        field::EXPIRY => parse_expiry(&card.expiry, this_month).err(),
        field::CODE => parse_code(&card.code, Brand::of(&card.number)).err(),
        field::HOLDER => parse_holder(&card.holder).err(),
        _ => None,
    }
}

fn digits_of(text: &str) -> String {
    super::text::plain(text)
        .chars()
        .filter(char::is_ascii_digit)
        .collect()
}

fn parse_number(text: &str) -> Result<String, FieldCode> {
    let plain = super::text::plain(text);
    if plain.trim().is_empty() {
        return Err(FieldCode::Required);
    }
    let digits = digits_of(text);
    let written = plain
        .chars()
        .all(|c| c.is_ascii_digit() || c.is_whitespace() || c == '-' || c == '.');
    let right = written && (12..=19).contains(&digits.len()) && has_luhn_digit(&digits);
    if right {
        Ok(digits)
    } else {
        Err(FieldCode::InvalidCardNumber)
    }
}

/// The check digit of ISO/IEC 7812-1, annex B.
fn has_luhn_digit(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, digit)| weighted(digit, place))
        .sum();
    sum.is_multiple_of(10)
}

/// Every second digit from the right counts as the digits of its double.
fn weighted(digit: u8, place: usize) -> u32 {
    const DOUBLED: [u32; 10] = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];
    let digit = digit.saturating_sub(b'0');
    if place.is_multiple_of(2) {
        u32::from(digit)
    } else {
        DOUBLED.get(usize::from(digit)).copied().unwrap_or(0)
    }
}

fn parse_expiry(text: &str, this_month: Month) -> Result<Month, FieldCode> {
    let plain = super::text::plain(text);
    if plain.trim().is_empty() {
        return Err(FieldCode::Required);
    }
    let (month, year) = split_expiry(plain.trim()).ok_or(FieldCode::InvalidExpiry)?;
    let expiry = read_month(&month, &year, this_month).ok_or(FieldCode::InvalidExpiry)?;
    let latest = this_month.year.saturating_add(LONGEST_YEARS);
    if expiry < this_month || expiry.year > latest {
        Err(FieldCode::InvalidExpiry)
    } else {
        Ok(expiry)
    }
}

/// Month and year out of `1/27`, `01 / 2027`, `01-27`, `0127` and `012027`.
fn split_expiry(text: &str) -> Option<(String, String)> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        let (month, year) = text.split_at_checked(2)?;
        return Some((month.to_owned(), year.to_owned()));
    }
    let (month, year) = text.split_once(|c: char| !c.is_ascii_digit())?;
    let year = year.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '/' | '-' | '.'));
    Some((month.to_owned(), year.to_owned()))
}

fn read_month(month: &str, year: &str, this_month: Month) -> Option<Month> {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(month) || !digits(year) {
        return None;
    }
    let month = month
        .parse()
        .ok()
        .filter(|month| (1..=12).contains(month))?;
    let century = this_month.year.saturating_sub(this_month.year % 100);
    let year = match year.len() {
        2 => century.checked_add(year.parse().ok()?)?,
        4 => year.parse().ok()?,
        _ => return None,
    };
    Some(Month { year, month })
}

fn parse_code(text: &str, brand: Brand) -> Result<String, FieldCode> {
    let code = super::text::plain(text).trim().to_owned();
    if code.is_empty() {
        return Err(FieldCode::Required);
    }
    let right = code.len() == brand.code_length() && code.bytes().all(|byte| byte.is_ascii_digit());
    if right {
        Ok(code)
    } else {
        Err(FieldCode::InvalidSecurityCode)
    }
}

fn parse_holder(text: &str) -> Result<String, FieldCode> {
    let holder = super::text::parse(text, 100)?;
    if holder.is_empty() {
        Err(FieldCode::Required)
    } else {
        Ok(holder)
    }
}

/// A card number grouped for reading, and where the caret belongs in it: after as many digits as
/// stood before it, so that typing and deleting in the middle go on where they were.
///
/// `caret` counts UTF-16 units, as browsers do. What is no digit goes away, so a letter typed by
/// mistake is not there; at most 19 digits stay.
#[must_use]
pub fn group_number(text: &str, caret: usize) -> (String, usize) {
    let brand = Brand::of(text);
    let before = digits_of(&until(text, caret)).len().min(19);
    let mut grouped = String::new();
    let mut place = 0;
    for (count, digit) in digits_of(text).chars().take(19).enumerate() {
        if brand.ends_group(count) {
            grouped.push(' ');
        }
        grouped.push(digit);
        if count.saturating_add(1) == before {
            place = grouped.len();
        }
    }
    (grouped, place)
}

/// An expiry date as `MM / YY` while it is typed, and where the caret belongs in it.
///
/// Only typing at the end is helped: a text that ends with two digits of a month gets its slash
/// when the third digit comes. Corrections in the middle stay as they are typed.
#[must_use]
pub fn group_expiry(text: &str, caret: usize) -> (String, usize) {
    let plain = super::text::plain(text);
    let at_end = caret >= text.encode_utf16().count();
    let only_digits = !plain.is_empty() && plain.bytes().all(|byte| byte.is_ascii_digit());
    if !at_end || !only_digits {
        return (plain, caret);
    }
    let month = if plain.starts_with(['0', '1']) || plain.len() > 2 {
        plain
    } else {
        ["0", &plain].concat()
    };
    let grouped = match month.split_at_checked(2) {
        Some((month, year)) if !year.is_empty() => [month, " / ", year].concat(),
        Some(_) | None => month,
    };
    let end = grouped.len();
    (grouped, end)
}

fn until(text: &str, units: usize) -> String {
    String::from_utf16_lossy(&text.encode_utf16().take(units).collect::<Vec<_>>())
}
