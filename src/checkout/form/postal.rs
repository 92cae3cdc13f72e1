//! Postal codes in any common writing.

use super::Checks;

/// The code in the first writing that the country's pattern takes: as it was typed, without spaces
/// and hyphens, or with one of them somewhere. Codes are of ASCII: what is not is none.
pub(super) fn parse(pattern: &str, text: &str, checks: &dyn Checks) -> Option<String> {
    let typed = super::text::plain(text).trim().to_ascii_uppercase();
    let bare: String = typed.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
    if checks.matches(pattern, &typed) {
        return Some(typed);
    }
    for place in 0..bare.len() {
        for mark in ["", " ", "-"] {
            let (before, after) = bare.split_at_checked(place)?;
            let code = [before, mark, after].concat();
            if checks.matches(pattern, &code) {
                return Some(code);
            }
        }
    }
    None
}
