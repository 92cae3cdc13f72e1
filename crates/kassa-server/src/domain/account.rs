//! A merchant on this server.

use kassa_wire::AccountId;

use super::Brand;

/// A merchant: what payers are shown of it, and where its pages live.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// Its name, as payers read it.
    pub name: String,
    /// The only origins that may frame this account's sessions and hear of them.
    pub origins: Vec<Origin>,
    /// How its pages look.
    pub brand: Brand,
}

/// A web origin, as browsers write it in the `Origin` header: `https://shop.example`,
/// `http://127.0.0.1:7400`. It goes into `frame-ancestors` as it is, so it holds nothing else.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin(String);

impl Origin {
    /// The origin, for a header or a comparison.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A text is not an origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected an origin: http or https, a host, and a port where it is not the usual one")]
pub struct InvalidOrigin;

impl std::str::FromStr for Origin {
    type Err = InvalidOrigin;

    fn from_str(text: &str) -> Result<Self, InvalidOrigin> {
        let host = text
            .strip_prefix("https://")
            .or_else(|| text.strip_prefix("http://"))
            .ok_or(InvalidOrigin)?;
        let (name, port) = host.split_once(':').unwrap_or((host, "80"));
        let is_name =
            |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'.';
        let named = !name.is_empty() && name.bytes().all(is_name);
        if named && port.parse::<u16>().is_ok_and(|port| port > 0) {
            Ok(Self(text.to_owned()))
        } else {
            Err(InvalidOrigin)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_a_scheme_a_host_and_perhaps_a_port() {
        for right in [
            "https://shop.example",
            "http://127.0.0.1:7400",
            "http://localhost:1",
        ] {
            assert!(right.parse::<Origin>().is_ok(), "{right}");
        }
    }

    #[test]
    fn nothing_else_can_get_into_a_frame_ancestors_header() {
        for wrong in [
            "*",
            "shop.example",
            "https://",
            "https://shop.example/",
            "https://a b",
            "https://a; script-src *",
            "https://*.example",
            "https://a:0",
            "https://a:b",
            "javascript://a",
        ] {
            assert!(wrong.parse::<Origin>().is_err(), "{wrong}");
        }
    }
}
