//! What proves that a webhook is Stripe's: <https://docs.stripe.com/webhooks#verify-manually>.

use hmac::{Hmac, KeyInit, Mac};
use jiff::{SignedDuration, Timestamp};
use sha2::Sha256;

use crate::secret::Secret;

/// Holds the time and the signatures: `t=1492774577,v1=5257a8…,v1=…`. While a secret is being
/// changed there is one signature by each.
pub(super) const HEADER: &str = "stripe-signature";

/// How old a webhook may be, so that nobody can send one again that they overheard; and how far
/// ahead of ours Stripe's clock.
const TOLERANCE: SignedDuration = SignedDuration::from_secs(300);

/// Whether a body was signed with this secret, lately. Compares in constant time.
#[must_use]
pub fn proves(header: &str, body: &[u8], secret: &Secret, now: Timestamp) -> bool {
    let parts: Vec<(&str, &str)> = header
        .split(',')
        .filter_map(|it| it.split_once('='))
        .collect();
    let of = |wanted: &'static str| {
        let parts = parts.iter().filter(move |(name, _)| name.trim() == wanted);
        parts.map(|(_, value)| value.trim())
    };
    let Some(time) = of("t").next() else {
        return false;
    };
    let Ok(Ok(at)) = time.parse().map(Timestamp::from_second) else {
        return false;
    };
    let apart = now.duration_since(at).abs();
    apart <= TOLERANCE && of("v1").any(|signature| signs(signature, time, body, secret))
}

fn signs(signature: &str, time: &str, body: &[u8], secret: &Secret) -> bool {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.expose().as_bytes()) else {
        return false;
    };
    mac.update(time.as_bytes());
    mac.update(b".");
    mac.update(body);
    bytes_of(signature).is_some_and(|bytes| mac.verify_slice(&bytes).is_ok())
}

/// The bytes of a hexadecimal text.
fn bytes_of(text: &str) -> Option<Vec<u8>> {
    let digit = |c: u8| char::from(c).to_digit(16);
    let byte = |pair: &[u8]| {
        let [high, low] = pair else { return None };
        let value = digit(*high)?.checked_mul(16)?.checked_add(digit(*low)?)?;
        u8::try_from(value).ok()
    };
    text.as_bytes().chunks(2).map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &[u8] = br#"{"id":"evt_1"}"#;
    /// What `printf '1700000000.{"id":"evt_1"}' | openssl dgst -sha256 -hmac whsec_test` says.
    const SIGNATURE: &str = "c89214b5b5da833daed6f0b8c5bb6bd58cea9022bd80ccc78230f3942d632925";

    fn proven(header: &str, body: &[u8], second: i64) -> bool {
        let now = Timestamp::from_second(second).unwrap();
        proves(header, body, &"whsec_test".parse().unwrap(), now)
    }

    #[test]
    fn a_webhook_that_stripe_signed_is_believed_for_five_minutes() {
        let header = format!("t=1700000000,v1={SIGNATURE}");
        for second in [1_700_000_000, 1_700_000_300, 1_699_999_700] {
            assert!(proven(&header, BODY, second), "{second}");
        }
        for second in [1_700_000_301, 1_699_999_699, 0] {
            assert!(!proven(&header, BODY, second), "{second}");
        }
    }

    #[test]
    fn while_a_secret_is_changed_one_of_two_signatures_is_enough() {
        let other = "0".repeat(64);
        let header = format!("t=1700000000,v1={other},v1={SIGNATURE},v0=abc");
        assert!(proven(&header, BODY, 1_700_000_000));
        let header = format!("t=1700000000,v1={other},v0={SIGNATURE}");
        assert!(!proven(&header, BODY, 1_700_000_000), "v0 is no proof");
    }

    #[test]
    fn nobody_else_is_believed() {
        let right = format!("t=1700000000,v1={SIGNATURE}");
        assert!(
            !proven(&right, br#"{"id":"evt_2"}"#, 1_700_000_000),
            "another body"
        );
        let later = format!("t=1700000001,v1={SIGNATURE}");
        assert!(!proven(&later, BODY, 1_700_000_000), "another time");
        let short = format!("t=1700000000,v1={}", &SIGNATURE[..62]);
        for header in [
            "",
            "t=1700000000",
            "t=1700000000,v1=",
            "v1=00",
            "t=x,v1=00",
            &short,
        ] {
            assert!(!proven(header, BODY, 1_700_000_000), "{header}");
        }
    }
}
