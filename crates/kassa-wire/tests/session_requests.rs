//! What the merchant's server sends of a session keeps its shape.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeMap;

use insta::assert_json_snapshot;
use kassa_wire::Money;
use kassa_wire::merchant::{PatchSession, PostSession};
use kassa_wire::state::{CaptureMode, PaymentCreation};

fn money() -> Money {
    Money {
        amount: 485_000,
        currency: "EUR".parse().unwrap(),
    }
}

#[test]
fn a_new_session_keeps_its_shape() {
    let request = PostSession {
        recipient: "FWU".parse().unwrap(),
        order: "2026-04417".parse().unwrap(),
        country: Some("ES".parse().unwrap()),
        amount: Some(money()),
        customer_id: Some("c-1".to_owned()),
        description: None,
        return_url: Some("https://shop.example/thanks".to_owned()),
        callback_url: Some("https://shop.example/hooks".to_owned()),
        locale: Some("es".to_owned()),
        metadata: BTreeMap::from([("cart".to_owned(), "91".to_owned())]),
        expires_at: Some("2026-11-20T21:14:00Z".to_owned()),
        capture: Some(CaptureMode::Manual),
        payment_creation: Some(PaymentCreation::Merchant),
        payer: BTreeMap::from([("email".to_owned(), "amina@example.com".to_owned())]),
        read_only: vec!["email".to_owned()],
        hidden: vec!["phone".to_owned()],
    };
    assert_json_snapshot!("post_session", request);
}

#[test]
fn a_changed_session_keeps_its_shape() {
    let request = PatchSession {
        amount: Some(money()),
        description: Some("Tuition".to_owned()),
        expires_at: Some("2026-11-20T22:14:00Z".to_owned()),
        ..PatchSession::default()
    };
    assert_json_snapshot!("patch_session", request);
}
