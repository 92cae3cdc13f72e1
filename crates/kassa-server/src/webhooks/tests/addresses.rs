use std::net::IpAddr;

use proptest::prelude::*;

use crate::domain::DeliveryError;
use crate::webhooks::{Destination, Reach, is_public};

/// The first and the last address of every network that is not public, and a few of the famous.
const CLOSED: &[&str] = &[
    "0.0.0.0",
    "0.255.255.255",
    "10.0.0.0",
    "10.255.255.255",
    "100.64.0.0",
    "100.127.255.255",
    "127.0.0.1",
    "127.255.255.255",
    "169.254.0.0",
    "169.254.169.254",
    "169.254.255.255",
    "172.16.0.0",
    "172.31.255.255",
    "192.0.0.0",
    "192.0.0.255",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.0.0",
    "192.168.255.255",
    "198.18.0.0",
    "198.19.255.255",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.0",
    "239.255.255.255",
    "240.0.0.0",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "64:ff9b::7f00:1",
    "64:ff9b::808:808",
    "100::1",
    "2001::1",
    "2001:1ff::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "3fff::1",
    "3fff:fff::1",
    "4000::1",
    "fc00::1",
    "fd00:ec2::254",
    "fdff::1",
    "fe80::1",
    "febf::1",
    "fec0::1",
    "ff02::1",
    "ffff::1",
];

/// The neighbours of those networks.
const OPEN: &[&str] = &[
    "1.0.0.0",
    "8.8.8.8",
    "9.255.255.255",
    "11.0.0.0",
    "100.63.255.255",
    "100.128.0.0",
    "126.255.255.255",
    "128.0.0.0",
    "169.253.255.255",
    "169.255.0.0",
    "172.15.255.255",
    "172.32.0.0",
    "192.0.1.0",
    "192.167.255.255",
    "192.169.0.0",
    "198.17.255.255",
    "198.20.0.0",
    "223.255.255.255",
    "2000::1",
    "2001:200::1",
    "2001:4860:4860::8888",
    "2001:db7:ffff::1",
    "2001:db9::1",
    "2003::1",
    "3ffe::1",
    "3fff:1000::1",
];

fn parse(text: &str) -> Result<Destination, DeliveryError> {
    Destination::parse(text, Reach::Public)
}

#[test]
fn nothing_of_a_private_network_is_reached() {
    for address in CLOSED {
        assert!(!is_public(address.parse().unwrap()), "{address}");
    }
}

#[test]
fn the_public_internet_is_reached() {
    for address in OPEN {
        assert!(is_public(address.parse().unwrap()), "{address}");
    }
}

#[test]
fn an_address_in_place_of_a_name_is_looked_at_however_it_is_written() {
    let written = [
        "https://127.0.0.1/",
        "https://127.1/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0177.0.0.1/",
        "https://0/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::ffff:a9fe:a9fe]/",
        "https://169.254.169.254/latest/",
        "https://127.0.0.1./",
        "https://１２７.0.0.1/",
        "https://10.0.0.1:8443/hook",
    ];
    for url in written {
        assert_eq!(parse(url), Err(DeliveryError::AddressRefused), "{url}");
    }
    assert!(parse("https://8.8.8.8/hook").is_ok());
    assert!(parse("https://[2001:4860:4860::8888]:8443/hook").is_ok());
}

#[test]
fn only_https_is_sent_to_unless_the_operator_allows_more() {
    for url in [
        "http://shop.example/",
        "ftp://shop.example/",
        "file:///etc/passwd",
        "",
        "shop.example",
    ] {
        assert_eq!(parse(url), Err(DeliveryError::UrlRefused), "{url}");
    }
    assert!(parse("https://shop.example/hook?from=kassa").is_ok());
    for url in ["http://127.0.0.1:7400/hook", "https://localhost/hook"] {
        assert!(Destination::parse(url, Reach::Anywhere).is_ok(), "{url}");
    }
    let file = Destination::parse("file:///etc/passwd", Reach::Anywhere);
    assert_eq!(file, Err(DeliveryError::UrlRefused));
}

#[test]
fn an_address_holds_no_password_and_no_fragment() {
    for url in [
        "https://a:b@shop.example/",
        "https://a@shop.example/",
        "https://shop.example/#x",
    ] {
        assert_eq!(parse(url), Err(DeliveryError::UrlRefused), "{url}");
    }
    let long = format!("https://shop.example/{}", "a".repeat(3000));
    assert_eq!(parse(&long), Err(DeliveryError::UrlRefused));
}

proptest! {
    /// IPv4 is never reached by being written as IPv6.
    #[test]
    fn an_ipv4_address_in_ipv6s_clothes_is_not_reached(bits in any::<u32>()) {
        let v4 = std::net::Ipv4Addr::from_bits(bits);
        prop_assert!(!is_public(IpAddr::V6(v4.to_ipv6_mapped())));
    }

    /// What is read as an address at all is public, whatever was typed.
    #[test]
    fn whatever_is_typed_leads_to_no_private_address(text in ".{0,60}", host in "[0-9a-fx.:\\[\\]%]{1,24}") {
        for url in [text, format!("https://{host}/")] {
            let Ok(destination) = parse(&url) else { continue };
            let read: reqwest::Url = destination.as_str().parse().unwrap();
            let host = read.host_str().unwrap().trim_matches(['[', ']']);
            prop_assert!(host.parse::<IpAddr>().is_ok_and(is_public) || host.parse::<IpAddr>().is_err());
            prop_assert_eq!(read.scheme(), "https");
        }
    }
}
