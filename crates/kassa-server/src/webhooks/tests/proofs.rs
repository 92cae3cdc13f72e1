use axum::http::HeaderMap;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use serde_json::{Value, json};
use standardwebhooks::Webhook;

use crate::clock::{Clock, SystemClock};
use crate::domain::{
    Endpoint, EndpointId, EndpointTarget, Event, EventId, EventKind, SECRET_OVERLAP, SigningSecret,
    WebhookSecret,
};
use crate::webhooks::{Message, PING, SignedHeaders, sign};

fn secret(fill: u8) -> WebhookSecret {
    WebhookSecret::of([fill; 32])
}

fn event() -> Event {
    Event {
        id: EventId("evt_0123456789abcdef".to_owned()),
        kind: EventKind::PaymentCaptured,
        account: "acc_0000000000000001".parse().unwrap(),
        session: "cs_0123456789abcdefghijklmn".parse().unwrap(),
        payment: Some("FWU744586810".parse().unwrap()),
        attempt: None,
        operation: None,
        data: json!({ "order": "2026-04417", "metadata": { "ключ": "渚 \u{0} \" </script>" } }),
        at: "2026-11-20T12:00:00.25Z".parse().unwrap(),
    }
}

fn headers(signed: &SignedHeaders) -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert("webhook-id", signed.id.parse().unwrap());
    headers.insert("webhook-timestamp", signed.timestamp.parse().unwrap());
    headers.insert("webhook-signature", signed.signature.parse().unwrap());
    headers
}

fn verified(secret: &WebhookSecret, message: &Message, signed: &SignedHeaders) -> bool {
    let webhook = Webhook::new(&secret.reveal()).unwrap();
    webhook
        .verify(message.body.as_bytes(), &headers(signed))
        .is_ok()
}

#[test]
fn a_merchants_library_believes_our_signature() {
    let message = Message::of(&event());
    let signed = sign(&message, [&secret(1)], SystemClock.now());
    assert!(verified(&secret(1), &message, &signed));
    assert!(!verified(&secret(2), &message, &signed), "another secret");
    let other = Message {
        body: message.body.replace("2026-04417", "2026-04418"),
        ..message.clone()
    };
    assert!(!verified(&secret(1), &other, &signed), "another body");
}

#[test]
fn a_signature_is_not_believed_for_long() {
    let message = Message::of(&event());
    let hour_ago = SystemClock.now() - SignedDuration::from_hours(1);
    assert!(!verified(
        &secret(1),
        &message,
        &sign(&message, [&secret(1)], hour_ago)
    ));
}

#[test]
fn the_signature_is_what_the_specification_says() {
    // The specification's own example.
    let secret: WebhookSecret = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD".parse().unwrap();
    let message = Message {
        id: EventId("msg_27UH4WbU6Z5A5EzD8u03UvzRbpk".to_owned()),
        body: r#"{"email":"test@example.com","username":"test_user"}"#.to_owned(),
    };
    let now = Timestamp::from_second(1_649_367_553).unwrap();
    let signed = sign(&message, [&secret], now);
    assert_eq!(signed.timestamp, "1649367553");
    assert_eq!(
        signed.signature,
        "v1,tZ1I4/hDygAJgO5TYxiSd6Sd0kDW6hPenDe+bTa3Kkw="
    );
}

#[test]
fn the_body_says_what_when_and_about_what() {
    let body: Value = serde_json::from_str(&Message::of(&event()).body).unwrap();
    let told = json!({
        "type": "payment.captured",
        "timestamp": "2026-11-20T12:00:00.25Z",
        "data": {
            "session": { "id": "cs_0123456789abcdefghijklmn" },
            "payment": { "reference": "FWU744586810" },
            "order": "2026-04417",
            "metadata": { "ключ": "渚 \u{0} \" </script>" },
        },
    });
    assert_eq!(body, told);
}

#[test]
fn a_test_event_names_its_endpoint() {
    let id = EventId("evt_1".to_owned());
    let message = Message::ping(&id, &EndpointId("we_1".to_owned()), Timestamp::UNIX_EPOCH);
    let body: Value = serde_json::from_str(&message.body).unwrap();
    assert_eq!(body["type"], PING);
    assert_eq!(body["data"], json!({ "endpoint": "we_1" }));
}

#[test]
fn a_merchant_changes_its_secret_without_losing_a_webhook() {
    let now = SystemClock.now();
    let endpoint = Endpoint {
        id: EndpointId("we_1".to_owned()),
        account: "acc_0000000000000001".parse().unwrap(),
        target: EndpointTarget::SessionCallbacks,
        kinds: [].into(),
        secrets: vec![SigningSecret::fresh(secret(1), now)],
        disabled_at: None,
        created_at: now,
    };
    let message = Message::of(&event());
    let believed = |endpoint: &Endpoint, at, by: u8| {
        let signed = sign(&message, endpoint.signing(at), now);
        verified(&secret(by), &message, &signed)
    };
    let rotated = endpoint.rotated(secret(2), now);
    assert!(believed(&rotated, now, 1) && believed(&rotated, now, 2));
    let later = now + SECRET_OVERLAP;
    assert!(!believed(&rotated, later, 1), "the overlap is over");
    assert!(believed(&rotated, later, 2));
    let again = rotated.rotated(secret(3), now);
    assert!(
        !believed(&again, now, 1),
        "a secret that was replaced twice is of no use"
    );
    assert!(believed(&again, now, 2) && believed(&again, now, 3));
}

#[test]
fn a_secret_is_printed_as_stars() {
    let secret = secret(65);
    let entry = SigningSecret::fresh(secret.clone(), Timestamp::UNIX_EPOCH);
    let printed = format!("{secret:?} {entry:?}");
    assert!(printed.starts_with("whsec_***"));
    assert!(
        !printed.contains(&secret.reveal()["whsec_".len()..]),
        "{printed}"
    );
}

#[test]
fn a_secret_has_neither_too_few_bytes_nor_too_many() {
    for wrong in [
        "",
        "whsec_",
        "whsec_AAAA",
        "sk_C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
        "whsec_C2FV!",
    ] {
        assert!(wrong.parse::<WebhookSecret>().is_err(), "{wrong}");
    }
    let long = format!("whsec_{}", "AAAA".repeat(30));
    assert!(long.parse::<WebhookSecret>().is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_told_is_believed_and_fits_into_headers(
        fill in any::<[u8; 32]>(),
        id in "evt_[0-9A-Za-z]{16}",
        key in ".{0,20}",
        text in ".{0,200}",
        flipped in any::<prop::sample::Index>(),
    ) {
        let secret = WebhookSecret::of(fill);
        let event = Event { id: EventId(id), data: json!({ key: text }), ..event() };
        let message = Message::of(&event);
        let signed = sign(&message, [&secret], SystemClock.now());
        prop_assert!(verified(&secret, &message, &signed));
        prop_assert_eq!(secret.reveal().parse::<WebhookSecret>().unwrap(), secret.clone());
        let mut bytes = signed.signature.clone().into_bytes();
        let at = flipped.index(bytes.len().saturating_sub(1));
        bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
        let forged = SignedHeaders { signature: String::from_utf8(bytes).unwrap(), ..signed };
        prop_assert!(!verified(&secret, &message, &forged));
    }

    #[test]
    fn no_text_breaks_the_reading_of_a_secret(text in "(whsec_)?.{0,100}") {
        if let Ok(secret) = text.parse::<WebhookSecret>() {
            prop_assert_eq!(secret.reveal(), text);
        }
    }
}
