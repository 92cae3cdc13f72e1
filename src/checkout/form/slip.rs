//! The usual slips of the finger in an email address.

/// The domains that most payers have, and those beside them that only look like a slip.
const USED: [&str; 8] = [
    "gmail.com",
    "hotmail.com",
    "yahoo.com",
    "outlook.com",
    "icloud.com",
    "mail.com",
    "ymail.com",
    "email.com",
];

/// The address that was probably meant, where its domain is one slip away from one that many have:
/// a letter too many, too few, another one, or two that changed places.
#[must_use]
pub fn slip(address: &str) -> Option<String> {
    let (local, domain) = address.trim().rsplit_once('@')?;
    let typed = domain.to_ascii_lowercase();
    if local.is_empty() || USED.contains(&typed.as_str()) {
        return None;
    }
    let meant = USED
        .iter()
        .find(|meant| is_one_slip(typed.as_bytes(), meant.as_bytes()))?;
    Some([local, "@", meant].concat())
}

/// What is left between the same beginning and the same end is one letter, or two the other way
/// round.
fn is_one_slip(mut typed: &[u8], mut meant: &[u8]) -> bool {
    while let ([a, typed_rest @ ..], [b, meant_rest @ ..]) = (typed, meant)
        && a == b
    {
        (typed, meant) = (typed_rest, meant_rest);
    }
    while let ([typed_rest @ .., a], [meant_rest @ .., b]) = (typed, meant)
        && a == b
    {
        (typed, meant) = (typed_rest, meant_rest);
    }
    match (typed, meant) {
        ([a, b], [c, d]) => (a, b) == (d, c),
        (typed, meant) => typed.len() <= 1 && meant.len() <= 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_seen() {
        for (typed, meant) in [
            ("amina@gmial.com", "amina@gmail.com"),
            ("amina@gmail.con", "amina@gmail.com"),
            ("amina@gmal.com", "amina@gmail.com"),
            ("amina@gmaill.com", "amina@gmail.com"),
            (" amina@Hotmial.com ", "amina@hotmail.com"),
            ("a@b@yaho.com", "a@b@yahoo.com"),
            ("amina@outlok.com", "amina@outlook.com"),
        ] {
            assert_eq!(slip(typed).as_deref(), Some(meant), "{typed}");
        }
    }

    #[test]
    fn an_address_that_people_have_is_none() {
        for address in [
            "amina@gmail.com",
            "amina@mail.com",
            "amina@ymail.com",
            "amina@GMAIL.com",
            "amina@example.com",
            "amina@yahoo.co.uk",
            "amina@hotmail.fr",
            "@gmial.com",
            "gmial.com",
            "amina@",
            "",
            "amina@gmaiф.com",
        ] {
            assert_eq!(slip(address), None, "{address}");
        }
    }
}
