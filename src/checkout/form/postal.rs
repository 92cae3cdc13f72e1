//! Postal codes in any common writing.

use super::Checks;

/// The code in the first writing that the country's pattern takes: as it was typed, without spaces
/// and hyphens, or with one of them somewhere.
pub(super) fn parse(pattern: &str, text: &str, checks: &dyn Checks) -> Option<String> {
    let typed = super::text::plain(text).trim().to_ascii_uppercase();
    let bare: String = typed.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
    let places = bare.char_indices().map(|(place, _)| place).skip(1);
    let parted = places.flat_map(|place| {
        let (before, after) = bare.split_at(place);
        [" ", "-"].map(|mark| [before, mark, after].concat())
    });
    let mut writings = [typed, bare.clone()].into_iter().chain(parted);
    writings.find(|code| checks.matches(pattern, code))
}
