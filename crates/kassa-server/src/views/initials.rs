//! The mark beside a recipient's name.

/// One or two letters: of the first and the last word that are written large, or of the first
/// word where none is. `Universidad de Vallarca` is `UV`, `渚大学` is `渚`.
pub(super) fn initials(name: &str) -> String {
    let first_letters = || name.split_whitespace().filter_map(first_letter);
    let large: Vec<char> = first_letters()
        .filter(|letter| !letter.is_lowercase())
        .collect();
    match large.as_slice() {
        [] => first_letters()
            .take(1)
            .flat_map(char::to_uppercase)
            .collect(),
        [only] => only.to_string(),
        [first, .., last] => [*first, *last].iter().collect(),
    }
}

fn first_letter(word: &str) -> Option<char> {
    word.chars().find(|c| c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_known_by_its_large_letters() {
        for (name, mark) in [
            ("Universidad de Vallarca", "UV"),
            ("渚大学", "渚"),
            ("Al Manara Hospital", "AH"),
            ("acme", "A"),
            ("<b>Bold</b> Travel", "T"),
            ("  ", ""),
            ("🎓", ""),
        ] {
            assert_eq!(initials(name), mark, "{name}");
        }
    }
}
