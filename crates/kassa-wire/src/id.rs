//! Ids: each a type of its own that cannot hold anything malformed.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Why a text is not an id of the wanted kind. Says what is expected, never what was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidId {
    /// The shape that was expected, for a developer to read.
    pub expected: &'static str,
}

impl fmt::Display for InvalidId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {}", self.expected)
    }
}

impl std::error::Error for InvalidId {}

macro_rules! text_id {
    ($(#[$doc:meta])* $name:ident, $expected:literal, $pattern:literal, $example:literal, $accepts:expr) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[cfg_attr(feature = "openapi", schema(value_type = String, pattern = $pattern, example = $example))]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The id as it is written on the wire and in the store.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = InvalidId;

            fn try_from(text: String) -> Result<Self, InvalidId> {
                let accepts: fn(&str) -> bool = $accepts;
                if accepts(&text) { Ok(Self(text)) } else { Err(InvalidId { expected: $expected }) }
            }
        }

        impl std::str::FromStr for $name {
            type Err = InvalidId;

            fn from_str(text: &str) -> Result<Self, InvalidId> {
                Self::try_from(text.to_owned())
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }
    };
}

macro_rules! readable {
    ($name:ident) => {
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

fn prefixed(text: &str, prefix: &str, length: usize) -> bool {
    text.strip_prefix(prefix)
        .is_some_and(|rest| rest.len() == length && rest.bytes().all(|b| b.is_ascii_alphanumeric()))
}

text_id!(
    /// A merchant on this server: `acc_` and sixteen letters or digits.
    AccountId, "acc_ and 16 letters or digits", "^acc_[0-9A-Za-z]{16}$", "acc_4fQ0xS7mZk2LpVbY", |t| prefixed(t, "acc_", 16)
);
readable!(AccountId);

text_id!(
    /// Who receives the money, also called a portal: three capital letters, `^[A-Z]{3}$`.
    RecipientId, "three capital letters", "^[A-Z]{3}$", "FWU", |t| t.len() == 3 && t.bytes().all(|b| b.is_ascii_uppercase())
);
readable!(RecipientId);

text_id!(
    /// The merchant's own number for what is to be paid: 1 to 64 characters, none of them a
    /// control character, no space at either end.
    OrderNumber, "1 to 64 printable characters", "^[^\\s\\u0000-\\u001f\\u007f-\\u009f]([^\\u0000-\\u001f\\u007f-\\u009f]{0,62}[^\\s\\u0000-\\u001f\\u007f-\\u009f])?$", "2026-04417", |t| {
        !t.is_empty() && t.chars().count() <= 64 && t.trim() == t && !t.chars().any(char::is_control)
    }
);
readable!(OrderNumber);

text_id!(
    /// A payment's name between people: the recipient's id and nine digits, `FWU744586810`.
    PaymentReference, "three capital letters and nine digits", "^[A-Z]{3}[0-9]{9}$", "FWU744586810", |t| {
        t.len() == 12
            && t.bytes().take(3).all(|b| b.is_ascii_uppercase())
            && t.bytes().skip(3).all(|b| b.is_ascii_digit())
    }
);
readable!(PaymentReference);

text_id!(
    /// One checkout, and the payer's only capability: `cs_` and 24 letters or digits (142 random
    /// bits). It has no `Display`: whoever needs it whole says [`SessionId::as_str`] and is easy
    /// to find; logs take [`SessionId::short`].
    SessionId, "cs_ and 24 letters or digits", "^cs_[0-9A-Za-z]{24}$", "cs_0123456789abcdefghijklmn", |t| prefixed(t, "cs_", 24)
);

impl SessionId {
    /// Enough of the id to follow a session through a log, too little to open it.
    #[must_use]
    pub fn short(&self) -> &str {
        self.0.get(..9).unwrap_or_default()
    }
}

impl fmt::Debug for SessionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}…", self.short())
    }
}

text_id!(
    /// The `Idempotency-Key` of one press of **Pay**: 16 to 64 letters, digits, `-` or `_`.
    AttemptKey, "16 to 64 letters, digits, - or _", "^[0-9A-Za-z_-]{16,64}$", "order-2026-04417-1", |t| {
        (16..=64).contains(&t.len())
            && t.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
    }
);
readable!(AttemptKey);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recipient_id_is_three_capital_letters() {
        assert!("FWU".parse::<RecipientId>().is_ok());
        for wrong in ["", "FW", "FWUX", "fwu", "F1U", "ÄÖÜ", "FW\0"] {
            assert!(wrong.parse::<RecipientId>().is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn a_session_id_is_never_shown_whole() {
        let id: SessionId = "cs_0123456789abcdefghijklmn".parse().unwrap();
        assert_eq!(format!("{id:?}"), "cs_012345…");
    }

    #[test]
    fn an_order_number_has_no_control_characters() {
        assert!("2026-04417".parse::<OrderNumber>().is_ok());
        assert!("注文-1".parse::<OrderNumber>().is_ok());
        for wrong in ["", " 1", "1 ", "a\0b", "a\nb", &"9".repeat(65)] {
            assert!(wrong.parse::<OrderNumber>().is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn a_payment_reference_carries_its_recipient() {
        assert!("FWU744586810".parse::<PaymentReference>().is_ok());
        assert!("FWU74458681".parse::<PaymentReference>().is_err());
        assert!("fwu744586810".parse::<PaymentReference>().is_err());
    }
}
