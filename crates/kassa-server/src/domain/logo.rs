//! A merchant's picture.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// A merchant's picture, small enough to be a row.
#[derive(Clone, PartialEq, Eq)]
pub struct Logo {
    name: LogoName,
    bytes: Vec<u8>,
}

/// What a picture is called: the beginning of its SHA-256, and its kind. Another picture has
/// another name, so what is behind a name never changes.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LogoName {
    hash: String,
    kind: LogoKind,
}

/// What browsers show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LogoKind {
    /// Portable network graphics.
    Png,
    /// Vectors. It may hold scripts: it is shown as a picture alone, in which none runs.
    Svg,
    /// Google's.
    WebP,
}

/// Why bytes are not a logo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidLogo {
    /// It would take longer than the page itself.
    #[error("a logo has at most {} kB", Logo::MAX / 1024)]
    TooLarge,
    /// Its first bytes are those of nothing that browsers show.
    #[error("a logo is a PNG, an SVG or a WebP image")]
    Kind,
}

/// A text is not a logo's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a logo's name")]
pub struct InvalidLogoName;

/// How many hexadecimal digits of the hash are enough to tell pictures apart.
const DIGITS: usize = 32;

/// The first bytes of a PNG (its specification, section 5.2).
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

impl Logo {
    /// The most bytes that one has.
    pub const MAX: usize = 32 * 1024;

    /// A picture, by its first bytes: what its file was called says nothing.
    ///
    /// # Errors
    /// [`InvalidLogo`].
    pub fn of(bytes: Vec<u8>) -> Result<Self, InvalidLogo> {
        if bytes.len() > Self::MAX {
            return Err(InvalidLogo::TooLarge);
        }
        let kind = LogoKind::of(&bytes).ok_or(InvalidLogo::Kind)?;
        let digest = Sha256::digest(&bytes);
        let beginning = digest.first_chunk().copied().unwrap_or_default();
        let hash = format!("{:0DIGITS$x}", u128::from_be_bytes(beginning));
        let name = LogoName { hash, kind };
        Ok(Self { name, bytes })
    }

    /// What it is called.
    #[must_use]
    pub const fn name(&self) -> &LogoName {
        &self.name
    }

    /// The picture, and nothing else.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// The picture.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

impl fmt::Debug for Logo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Logo({}, {} bytes)", self.name, self.bytes.len())
    }
}

impl LogoKind {
    const ALL: [Self; 3] = [Self::Png, Self::Svg, Self::WebP];

    fn of(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(PNG) {
            return Some(Self::Png);
        }
        if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
            return Some(Self::WebP);
        }
        let text = str::from_utf8(bytes).ok()?;
        let text = text.trim_start_matches('\u{feff}').trim_start();
        (text.starts_with('<') && text.contains("<svg")).then_some(Self::Svg)
    }

    /// How its name ends.
    const fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
            Self::WebP => "webp",
        }
    }

    /// Its media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Svg => "image/svg+xml",
            Self::WebP => "image/webp",
        }
    }
}

impl LogoName {
    /// What kind of picture it is the name of.
    #[must_use]
    pub const fn kind(&self) -> LogoKind {
        self.kind
    }
}

impl FromStr for LogoName {
    type Err = InvalidLogoName;

    fn from_str(text: &str) -> Result<Self, InvalidLogoName> {
        let (hash, ending) = text.split_once('.').ok_or(InvalidLogoName)?;
        let kind = LogoKind::ALL.into_iter().find(|it| it.ending() == ending);
        let is_digit = |digit: u8| digit.is_ascii_digit() || (b'a'..=b'f').contains(&digit);
        if hash.len() != DIGITS || !hash.bytes().all(is_digit) {
            return Err(InvalidLogoName);
        }
        Ok(Self {
            hash: hash.to_owned(),
            kind: kind.ok_or(InvalidLogoName)?,
        })
    }
}

impl fmt::Display for LogoName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.hash, self.kind.ending())
    }
}

impl TryFrom<String> for LogoName {
    type Error = InvalidLogoName;

    fn try_from(text: String) -> Result<Self, InvalidLogoName> {
        text.parse()
    }
}

impl From<LogoName> for String {
    fn from(name: LogoName) -> Self {
        name.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_what_its_first_bytes_say() {
        for (bytes, kind) in [
            (&b"\x89PNG\r\n\x1a\n...."[..], LogoKind::Png),
            (b"RIFF\x01\x02\x03\x04WEBPVP8 ", LogoKind::WebP),
            (b"<svg xmlns='http://www.w3.org/2000/svg'/>", LogoKind::Svg),
            (b"\xef\xbb\xbf<?xml version='1.0'?>\n<svg/>", LogoKind::Svg),
        ] {
            let logo = Logo::of(bytes.to_vec()).unwrap();
            assert_eq!(logo.name().kind(), kind);
            assert_eq!(logo.name().to_string().parse().as_ref(), Ok(logo.name()));
        }
    }

    #[test]
    fn a_page_a_script_and_an_empty_file_are_no_pictures() {
        for bytes in [
            &b""[..],
            b"GIF89a",
            b"<html>",
            b"alert('<svg')",
            b"\xff<svg/>",
        ] {
            assert_eq!(Logo::of(bytes.to_vec()), Err(InvalidLogo::Kind));
        }
        let large = vec![b' '; Logo::MAX + 1];
        assert_eq!(Logo::of(large), Err(InvalidLogo::TooLarge));
    }

    #[test]
    fn a_name_can_be_nothing_else() {
        let hash = "0123456789abcdef0123456789abcdef";
        assert!(format!("{hash}.png").parse::<LogoName>().is_ok());
        for wrong in ["", ".png", "0.png", "../../etc/passwd"] {
            assert_eq!(wrong.parse::<LogoName>(), Err(InvalidLogoName), "{wrong}");
        }
        for ending in ["", ".", ".html", ".png.png", ".PNG"] {
            let wrong = format!("{hash}{ending}");
            assert_eq!(wrong.parse::<LogoName>(), Err(InvalidLogoName), "{wrong}");
        }
    }
}
