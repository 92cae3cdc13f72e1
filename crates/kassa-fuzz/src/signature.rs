//! Signatures: the one that was made is believed, and nothing that differs in a bit.

use axum::http::HeaderMap;
use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use kassa_server::clock::{Clock, SystemClock};
use kassa_server::domain::{EventId, WebhookSecret};
use kassa_server::processor::stripe::proves;
use kassa_server::webhooks::{Message, SignedHeaders, sign};
use sha2::Sha256;
use standardwebhooks::Webhook;

/// When Stripe signs here. Merchants' library reads the clock itself.
const SECOND: i64 = 1_700_000_000;

/// What Stripe would sign with.
const STRIPES: &str = "whsec_fuzz";

/// The first two bytes say which bit is turned, the others are what is signed.
///
/// # Panics
/// Where a signature is refused, or something else is believed.
pub fn check_signature(data: &[u8]) {
    check_secret(data);
    check_stranger(data);
    let Some((place, body)) = data.split_first_chunk::<2>() else {
        return;
    };
    let bit = usize::from(u16::from_le_bytes(*place));
    check_ours(body, bit);
    check_stripes(body, bit);
}

/// A secret that is read is shown as it was read.
fn check_secret(data: &[u8]) {
    if let Some(Ok(secret)) = std::str::from_utf8(data)
        .ok()
        .map(str::parse::<WebhookSecret>)
    {
        assert_eq!(Some(secret.reveal().as_bytes()), Some(data));
    }
}

/// Nobody who does not know the secret writes a header that is believed.
fn check_stranger(data: &[u8]) {
    let header = String::from_utf8_lossy(data);
    assert!(!is_stripes(&header, data), "{header}");
    let body = header.split_once('\n').map_or("", |(_, body)| body);
    assert!(!is_stripes(&header, body.as_bytes()), "{header}");
}

/// What merchants get: they check it with a library that others wrote.
fn check_ours(body: &[u8], bit: usize) {
    let secret = WebhookSecret::of(std::array::from_fn(|at| {
        body.get(at).copied().unwrap_or_default()
    }));
    let message = Message {
        id: EventId(format!("evt_{bit}")),
        body: String::from_utf8_lossy(body).into_owned(),
    };
    let headers = sign(&message, [&secret], SystemClock.now());
    assert!(is_ours(&headers, message.body.as_bytes(), &secret));
    let mut other = message.body.clone().into_bytes();
    if turn(&mut other, bit) {
        assert!(!is_ours(&headers, &other, &secret), "another body");
    }
    let mut key = *secret.key().first_chunk::<32>().unwrap_or(&[0; 32]);
    turn(&mut key, bit);
    let body = message.body.as_bytes();
    assert!(
        !is_ours(&headers, body, &WebhookSecret::of(key)),
        "another secret"
    );
    let id = format!("{}0", headers.id);
    assert!(!is_ours(
        &SignedHeaders {
            id,
            ..headers.clone()
        },
        body,
        &secret
    ));
    let signature = turned(&headers.signature, bit);
    assert!(!is_ours(
        &SignedHeaders {
            signature,
            ..headers
        },
        body,
        &secret
    ));
}

fn is_ours(headers: &SignedHeaders, body: &[u8], secret: &WebhookSecret) -> bool {
    let webhook = Webhook::new(&secret.reveal()).unwrap_or_else(|error| panic!("{error}"));
    let fields = [
        ("webhook-id", &headers.id),
        ("webhook-timestamp", &headers.timestamp),
        ("webhook-signature", &headers.signature),
    ];
    let mut map = HeaderMap::new();
    for (name, text) in fields {
        let Ok(value) = text.parse() else {
            return false;
        };
        map.insert(name, value);
    }
    webhook.verify(body, &map).is_ok()
}

/// What Stripe sends us.
fn check_stripes(body: &[u8], bit: usize) {
    let signature = of_stripes(body);
    let header = |hex: &str| format!("t={SECOND},v1={hex}");
    assert!(is_stripes(&header(&hex(&signature)), body));
    let mut other = body.to_vec();
    if turn(&mut other, bit) {
        assert!(
            !is_stripes(&header(&hex(&signature)), &other),
            "another body"
        );
    }
    let mut wrong = signature.clone();
    turn(&mut wrong, bit);
    assert!(
        !is_stripes(&header(&hex(&wrong)), body),
        "another signature"
    );
    let short = signature.get(..bit % signature.len()).unwrap_or_default();
    assert!(!is_stripes(&header(&hex(short)), body), "a part of it");
    let later = format!("t={},v1={}", SECOND.saturating_add(1), hex(&signature));
    assert!(!is_stripes(&later, body), "another time");
}

fn hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16);
    let both = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    both.filter_map(digit).collect()
}

fn of_stripes(body: &[u8]) -> Vec<u8> {
    let mac = Hmac::<Sha256>::new_from_slice(STRIPES.as_bytes());
    let mut mac = mac.unwrap_or_else(|error| panic!("{error}"));
    mac.update(format!("{SECOND}.").as_bytes());
    mac.update(body);
    mac.finalize().into_bytes().to_vec()
}

fn is_stripes(header: &str, body: &[u8]) -> bool {
    let secret = STRIPES.parse().unwrap_or_else(|error| match error {});
    proves(header, body, &secret, now())
}

fn now() -> Timestamp {
    Timestamp::from_second(SECOND).unwrap_or_else(|error| panic!("{error}"))
}

/// Turns one bit, where there are any.
fn turn(bytes: &mut [u8], bit: usize) -> bool {
    let bits = bytes.len().saturating_mul(8).max(1);
    let at = bit % bits;
    let byte = bytes.get_mut(at / 8);
    byte.map(|byte| *byte ^= 1 << (at % 8)).is_some()
}

/// A header's value with one sign changed for another.
fn turned(text: &str, at: usize) -> String {
    let at = at % text.len().max(1);
    let change = |(place, sign): (usize, char)| match (place == at, sign) {
        (false, sign) => sign,
        (true, 'A') => 'B',
        (true, _) => 'A',
    };
    text.chars().enumerate().map(change).collect()
}
