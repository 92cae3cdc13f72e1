//! Email addresses: sensible, not everything that RFC 5322 allows.

use kassa_wire::problem::FieldCode;

/// RFC 5321, 4.5.3.1.1.
const MAX_LOCAL: usize = 64;

/// The address, or [`FieldCode::InvalidEmail`]. Letters of any script are taken on both sides of
/// the `@` (RFC 6531); quoted local parts and bare host names, which payers have only by mistake,
/// are not.
///
/// # Errors
/// [`FieldCode::InvalidEmail`].
pub fn parse(text: &str) -> Result<String, FieldCode> {
    let address = super::text::plain(text).trim().to_owned();
    match address.split_once('@') {
        Some((local, domain)) if is_local(local) && is_domain(domain) => Ok(address),
        Some(_) | None => Err(FieldCode::InvalidEmail),
    }
}

fn is_local(local: &str) -> bool {
    (1..=MAX_LOCAL).contains(&local.len())
        && !local.split('.').any(str::is_empty)
        && local
            .chars()
            .all(|c| !c.is_whitespace() && !c.is_control() && !is_special(c))
}

/// RFC 5322, 3.2.3.
const fn is_special(character: char) -> bool {
    matches!(
        character,
        '"' | '(' | ')' | ',' | ':' | ';' | '<' | '>' | '@' | '[' | '\\' | ']'
    )
}

fn is_domain(domain: &str) -> bool {
    domain.len() <= 253 && domain.contains('.') && domain.split('.').all(is_label)
}

/// Every character beyond ASCII is taken, rather than only its letters and digits: the table of the
/// world's letters would be two kilobytes of the `.wasm`.
fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label.chars().all(|c| {
            c.is_ascii_alphanumeric()
                || c == '-'
                || !c.is_ascii() && !c.is_whitespace() && !c.is_control()
        })
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn addresses_that_people_have_are_taken() {
        for good in [
            "amina@example.com",
            "a.b+tag@sub.example.co.uk",
            "o'neil@example.ie",
            "josé@correo.es",
            "用户@例子.公司",
            "x@xn--fsqu00a.xn--55qx5d",
            " amina@example.com ",
            "amina＠example.com",
            "\u{202a}amina@example.com\u{202c}",
        ] {
            assert!(parse(good).is_ok(), "{good:?}");
        }
    }

    #[test]
    fn slips_are_not() {
        for wrong in [
            "",
            "amina",
            "amina@",
            "@example.com",
            "amina@example",
            "amina@@example.com",
            "am ina@example.com",
            "amina@exam ple.com",
            "amina@example..com",
            ".amina@example.com",
            "amina.@example.com",
            "a..b@example.com",
            "amina@-example.com",
            "amina@example-.com",
            "amina@example.com.",
            "<amina@example.com>",
            "a@b,c.com",
            "mailto:amina@example.com",
            "amina@exa_mple.com",
            "a\0b@example.com",
            "<script>@example.com",
        ] {
            assert!(parse(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn an_address_comes_out_clean() {
        assert_eq!(
            parse(" \u{200e}amina＠example.com\u{200f} ").as_deref(),
            Ok("amina@example.com")
        );
    }
}
