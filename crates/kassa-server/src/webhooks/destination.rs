//! An address that webhooks may be sent to.

use std::net::IpAddr;

use reqwest::Url;

use super::Reach;
use crate::domain::DeliveryError;

/// How long an address may be.
const LONGEST: usize = 2048;

/// A URL that webhooks may be sent to, as far as can be known without asking for its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Destination(Url);

impl Destination {
    /// Reads an address: https (or http, [`Reach::Anywhere`]), without a password or a fragment,
    /// and with a name or an address that webhooks reach. A name's addresses are looked at when it
    /// is connected to.
    ///
    /// # Errors
    /// [`DeliveryError::UrlRefused`] and [`DeliveryError::AddressRefused`].
    pub fn parse(text: &str, reach: Reach) -> Result<Self, DeliveryError> {
        if text.len() > LONGEST {
            return Err(DeliveryError::UrlRefused);
        }
        let url: Url = text.parse().map_err(|_| DeliveryError::UrlRefused)?;
        let scheme = match reach {
            Reach::Public => url.scheme() == "https",
            Reach::Anywhere => matches!(url.scheme(), "https" | "http"),
        };
        let bare = url.username().is_empty() && url.password().is_none();
        if !scheme || !bare || url.fragment().is_some() {
            return Err(DeliveryError::UrlRefused);
        }
        // The client connects to a literal address without looking it up.
        let literal = literal_address(&url);
        if literal.is_some_and(|address| !reach.covers(address)) {
            return Err(DeliveryError::AddressRefused);
        }
        Ok(Self(url))
    }

    /// The address as it is connected to.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    pub(super) fn url(&self) -> Url {
        self.0.clone()
    }
}

/// The address, where the URL has one in place of a name, in whatever way it was written.
fn literal_address(url: &Url) -> Option<IpAddr> {
    let host = url.host_str()?;
    let host = host.strip_prefix('[').unwrap_or(host);
    host.strip_suffix(']').unwrap_or(host).parse().ok()
}
