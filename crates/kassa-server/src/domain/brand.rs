//! How a merchant wants its pages to look.

use std::fmt;
use std::str::FromStr;

use kassa_wire::page::Theme;
use serde::{Deserialize, Serialize};

use super::LogoName;

/// How a merchant wants its pages to look. What is not said stays as it is everywhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Brand {
    /// The colour of buttons and links, before anybody looked whether it can be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accent: Option<Accent>,
    /// How round corners are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub radius: Option<Radius>,
    /// Light or dark, where the page's address does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mode: Option<Theme>,
    /// The picture beside who is paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo: Option<LogoName>,
}

impl Brand {
    /// This brand, and where it says nothing the other.
    #[must_use]
    pub fn before(self, other: Self) -> Self {
        Self {
            accent: self.accent.or(other.accent),
            radius: self.radius.or(other.radius),
            mode: self.mode.or(other.mode),
            logo: self.logo.or(other.logo),
        }
    }

    /// Light or dark: what a page was asked for in comes first.
    #[must_use]
    pub fn theme(&self, asked: Theme) -> Theme {
        match asked {
            Theme::Auto => self.mode.unwrap_or_default(),
            Theme::Light | Theme::Dark => asked,
        }
    }
}

/// A colour in sRGB, written `#0b5d4e`. It goes into a style as it is, so it is nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Accent(pub [u8; 3]);

/// A text is not an accent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a colour like #0b5d4e: a number sign and six hexadecimal digits")]
pub struct InvalidAccent;

impl FromStr for Accent {
    type Err = InvalidAccent;

    fn from_str(text: &str) -> Result<Self, InvalidAccent> {
        let digits = text.strip_prefix('#').ok_or(InvalidAccent)?;
        if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(InvalidAccent);
        }
        let number = u32::from_str_radix(digits, 16).map_err(|_| InvalidAccent)?;
        let [_, red, green, blue] = number.to_be_bytes();
        Ok(Self([red, green, blue]))
    }
}

impl fmt::Display for Accent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl TryFrom<String> for Accent {
    type Error = InvalidAccent;

    fn try_from(text: String) -> Result<Self, InvalidAccent> {
        text.parse()
    }
}

impl From<Accent> for String {
    fn from(accent: Accent) -> Self {
        accent.to_string()
    }
}

/// A corner's radius in CSS pixels, at most [`Radius::MAX`]: a button is 48 high.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Radius(u8);

/// A number is not a radius.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a whole number of pixels from 0 to {}", Radius::MAX)]
pub struct InvalidRadius;

impl Radius {
    /// The roundest.
    pub const MAX: u8 = 24;
}

impl TryFrom<u8> for Radius {
    type Error = InvalidRadius;

    fn try_from(pixels: u8) -> Result<Self, InvalidRadius> {
        if pixels <= Self::MAX {
            Ok(Self(pixels))
        } else {
            Err(InvalidRadius)
        }
    }
}

impl From<Radius> for u8 {
    fn from(radius: Radius) -> Self {
        radius.0
    }
}

impl FromStr for Radius {
    type Err = InvalidRadius;

    fn from_str(text: &str) -> Result<Self, InvalidRadius> {
        let pixels: u8 = text.parse().map_err(|_| InvalidRadius)?;
        Self::try_from(pixels)
    }
}

impl fmt::Display for Radius {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_accent_is_six_digits_and_comes_back_as_it_was() {
        for text in ["#0b5d4e", "#000000", "#ffff66"] {
            assert_eq!(text.parse::<Accent>().unwrap().to_string(), text);
        }
        assert_eq!("#ABCDEF".parse(), Ok(Accent([0xab, 0xcd, 0xef])));
    }

    #[test]
    fn nothing_else_can_get_into_a_style() {
        for wrong in [
            "", "#", "red", "#fff", "#+b5d4e", "#0b5d4e;", "#0b5d4é", "0b5d4e",
        ] {
            assert_eq!(wrong.parse::<Accent>(), Err(InvalidAccent), "{wrong}");
        }
        for wrong in ["", "25", "-1", "8px", "1e1", "256"] {
            assert_eq!(wrong.parse::<Radius>(), Err(InvalidRadius), "{wrong}");
        }
        assert_eq!("24".parse::<Radius>().unwrap().to_string(), "24");
    }

    #[test]
    fn a_brand_that_says_nothing_is_an_empty_object() {
        let empty = serde_json::to_string(&Brand::default()).unwrap();
        assert_eq!(empty, "{}", "as the tables have it from the beginning");
    }

    #[test]
    fn what_the_address_says_wins_over_the_brand() {
        let dark = Brand {
            mode: Some(Theme::Dark),
            ..Brand::default()
        };
        assert_eq!(dark.theme(Theme::Auto), Theme::Dark);
        assert_eq!(dark.theme(Theme::Light), Theme::Light);
        assert_eq!(Brand::default().theme(Theme::Auto), Theme::Auto);
    }
}
