//! Whose card it is, by its first digits.

/// A card's brand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Brand {
    /// 4…
    Visa,
    /// 51 to 55, 2221 to 2720.
    Mastercard,
    /// 34 and 37.
    Amex,
    /// Another one.
    Other,
}

impl Brand {
    /// By the number's first digits. The digits are known to be digits.
    #[must_use]
    pub fn of(digits: &str) -> Self {
        let first = |count: usize| {
            digits
                .get(..count)
                .and_then(|d| d.parse().ok())
                .unwrap_or(0_u16)
        };
        if first(1) == 4 {
            Self::Visa
        } else if (51..=55).contains(&first(2)) || (2221..=2720).contains(&first(4)) {
            Self::Mastercard
        } else if first(2) == 34 || first(2) == 37 {
            Self::Amex
        } else {
            Self::Other
        }
    }

    /// Its name, as on the card.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Visa => "Visa",
            Self::Mastercard => "Mastercard",
            Self::Amex => "American Express",
            Self::Other => "Card",
        }
    }

    /// How many digits its security code has.
    #[must_use]
    pub const fn code_length(self) -> usize {
        match self {
            Self::Amex => 4,
            Self::Visa | Self::Mastercard | Self::Other => 3,
        }
    }
}
