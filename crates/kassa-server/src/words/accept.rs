//! What a browser says of its owner's languages.

/// The languages of an `Accept-Language` header, the dearest first (RFC 9110, 12.5.4). What cannot
/// be read is left out, and so is what is not wanted at all.
#[must_use]
pub fn accepted(header: &str) -> Vec<&str> {
    let mut wishes: Vec<(&str, u16)> = header.split(',').filter_map(read_wish).collect();
    wishes.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
    wishes.into_iter().map(|(tag, _)| tag).collect()
}

/// A tag and its weight in thousandths.
fn read_wish(text: &str) -> Option<(&str, u16)> {
    let (tag, parameters) = text.split_once(';').unwrap_or((text, "q=1"));
    let weight = parameters.trim().strip_prefix("q=").and_then(thousandths)?;
    (weight > 0).then_some((tag.trim(), weight))
}

/// `0.8` is 800. At most three decimals, and nothing above one.
fn thousandths(text: &str) -> Option<u16> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let padded = format!("{decimals:0<3}");
    let fits = padded.len() == 3 && padded.bytes().all(|b| b.is_ascii_digit());
    match whole {
        "1" => Some(1000),
        "0" if fits => padded.parse().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dearest_language_comes_first() {
        assert_eq!(
            accepted("de;q=0.5, es-ES,es;q=0.9,en;q=0.85"),
            ["es-ES", "es", "en", "de"]
        );
    }

    #[test]
    fn what_is_not_wanted_or_not_readable_is_left_out() {
        assert_eq!(accepted("fr;q=0, es;q=nan, en;q=0.8"), ["en"]);
        assert_eq!(accepted("de;q=0.1234"), Vec::<&str>::new());
    }
}
