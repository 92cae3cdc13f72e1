//! What every line of text has to keep to, in any script.

use kassa_wire::problem::FieldCode;

/// The text without space around it, or why it cannot be taken. Right-to-left marks, emoji and
/// any letter are welcome; control characters (a NUL, a line break in the middle) are not.
pub(super) fn parse(text: &str, max_length: u16) -> Result<String, FieldCode> {
    let text = text.trim();
    if text.chars().any(char::is_control) {
        return Err(FieldCode::InvalidCharacters);
    }
    if text.chars().count() > usize::from(max_length) {
        return Err(FieldCode::TooLong);
    }
    Ok(text.to_owned())
}

/// The text without the invisible marks that address books put around numbers and addresses, and
/// with the wide digits and signs of East Asian keyboards as plain ones.
pub(super) fn plain(text: &str) -> String {
    text.chars()
        .filter(|&character| !is_direction_mark(character))
        .map(narrow)
        .collect()
}

fn is_direction_mark(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn narrow(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(character).saturating_sub(0xfee0)).unwrap_or(character)
        }
        '\u{3000}' | '\u{a0}' | '\u{202f}' => ' ',
        '\u{2010}'..='\u{2015}' => '-',
        other => other,
    }
}
