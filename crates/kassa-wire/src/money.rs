//! Money: integers of minor units with their currency. No floats, no decimals.

use std::fmt;

use serde::{Deserialize, Serialize};

/// An ISO 4217 code as it is written, three capital letters. Whether there is such a currency,
/// and how many decimals it has, the server's currency table knows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String, pattern = "^[A-Z]{3}$", example = "EUR"))]
pub struct Currency([u8; 3]);

impl Currency {
    /// The three letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::str::FromStr for Currency {
    type Err = crate::id::InvalidId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = crate::id::InvalidId {
            expected: "an ISO 4217 code",
        };
        let letters: [u8; 3] = text.as_bytes().try_into().map_err(|_| wrong)?;
        if letters.iter().all(u8::is_ascii_uppercase) {
            Ok(Self(letters))
        } else {
            Err(wrong)
        }
    }
}

impl TryFrom<String> for Currency {
    type Error = crate::id::InvalidId;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.as_str().to_owned()
    }
}

/// Why two amounts have no sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoneyError {
    /// Their currencies differ.
    CurrencyMismatch,
    /// The sum does not fit: an error, never a wrap.
    Overflow,
}

/// An amount in minor units: `{ "amount": 125000, "currency": "EUR" }` is €1,250.00, and
/// `{ "amount": 98000, "currency": "JPY" }` is ¥98,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Money {
    /// Minor units of the currency.
    #[cfg_attr(feature = "openapi", schema(example = 125_000))]
    pub amount: i64,
    /// What the units are of.
    pub currency: Currency,
}

impl Money {
    /// The sum, or why there is none.
    ///
    /// # Errors
    /// [`MoneyError`] where the currencies differ or the sum does not fit.
    pub fn checked_add(self, other: Self) -> Result<Self, MoneyError> {
        if self.currency != other.currency {
            return Err(MoneyError::CurrencyMismatch);
        }
        let amount = self
            .amount
            .checked_add(other.amount)
            .ok_or(MoneyError::Overflow)?;
        Ok(Self {
            amount,
            currency: self.currency,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn euros(amount: i64) -> Money {
        Money {
            amount,
            currency: "EUR".parse().unwrap(),
        }
    }

    #[test]
    fn amounts_that_overflow_have_no_sum() {
        assert_eq!(
            euros(i64::MAX).checked_add(euros(1)),
            Err(MoneyError::Overflow)
        );
        assert_eq!(euros(2).checked_add(euros(1)), Ok(euros(3)));
    }

    #[test]
    fn euros_and_yen_are_never_added() {
        let yen = Money {
            amount: 1,
            currency: "JPY".parse().unwrap(),
        };
        assert_eq!(euros(1).checked_add(yen), Err(MoneyError::CurrencyMismatch));
    }

    #[test]
    fn a_currency_is_three_capital_letters() {
        for wrong in ["", "eur", "EU", "EURO", "€€€"] {
            assert!(wrong.parse::<Currency>().is_err(), "{wrong:?}");
        }
    }
}
