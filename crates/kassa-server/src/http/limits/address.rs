//! Who asks, as far as the network can tell.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::extract::ConnectInfo;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use ipnet::IpNet;

/// What is counted: an IPv4 address, or the 64 bits of an IPv6 address that one customer has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::http) struct ClientAddress(IpAddr);

impl ClientAddress {
    /// The address of a request. Where the connection's other end is a proxy that is trusted, the
    /// last address in `X-Forwarded-For` that is not such a proxy's. `None` without a network.
    pub(super) fn of(parts: &Parts, trusted: &[IpNet]) -> Option<Self> {
        let ConnectInfo(peer) = parts.extensions.get::<ConnectInfo<SocketAddr>>()?;
        let peer = peer.ip().to_canonical();
        Some(Self(counted(behind(peer, &parts.headers, trusted))))
    }
}

/// Walks from the nearest hop outwards for as long as each is trusted: what stands further out may
/// be anybody's invention.
fn behind(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> IpAddr {
    let believed = |address: &IpAddr| trusted.iter().any(|net| net.contains(address));
    let mut nearest = peer;
    for hop in hops(headers).iter().rev() {
        if !believed(&nearest) {
            break;
        }
        let Ok(address) = hop.parse::<IpAddr>() else {
            break;
        };
        nearest = address.to_canonical();
    }
    nearest
}

fn hops(headers: &HeaderMap) -> Vec<&str> {
    headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|text| text.split(','))
        .map(str::trim)
        .collect()
}

/// An IPv6 customer has 2^64 addresses to change between.
fn counted(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
    }
}
