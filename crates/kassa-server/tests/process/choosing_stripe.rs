//! The operator chooses Stripe. Nobody is asked for money here: that is the processor's own tests'
//! business.

use crate::client::Client;
use crate::program::{Place, get};

const KEYS: [&str; 4] = [
    "--processor=stripe",
    "--stripe-secret-key=sk_test_0123456789",
    "--stripe-publishable-key=pk_test_0123456789",
    "--stripe-webhook-secret=whsec_0123456789",
];

#[tokio::test(flavor = "multi_thread")]
async fn payers_cards_go_to_stripe_where_the_operator_chose_it() {
    let place = Place::new();
    let key = place.demo_key(&[]);
    let server = place.serve(&KEYS);
    let address = server.address();
    let client = Client::of(&address, &key);
    let session = client.open("2026-04417").await;
    let view = client.read(&format!("/api/checkout/{session}")).await;
    let card = &view["methods"][0];
    assert_eq!(card["kind"], "card");
    assert_eq!(
        card["tokenizer"],
        "https://api.stripe.com/v1/payment_methods"
    );
    assert_eq!(card["tokenizer_key"], "pk_test_0123456789");
    let page = get(&address, &format!("/v1/view/{session}/")).unwrap();
    let policy = page
        .lines()
        .find(|line| line.to_lowercase().starts_with("content-security-policy"));
    assert!(
        policy.unwrap().contains("https://api.stripe.com"),
        "{policy:?}"
    );
    let unsigned = get(&address, "/processors/stripe/webhook").unwrap();
    assert!(unsigned.starts_with("HTTP/1.1 405"), "{unsigned}");
    assert!(
        !place.path("kassa.db.sandbox").exists(),
        "no sandbox beside it"
    );
}

#[test]
fn without_its_keys_stripe_is_not_served() {
    let place = Place::new();
    let said = place.run(&[
        "serve",
        "--assets=assets",
        "--listen=127.0.0.1:0",
        KEYS[0],
        KEYS[1],
    ]);
    assert_eq!(said.code, Some(1));
    for missing in ["stripe_publishable_key", "stripe_webhook_secret"] {
        assert!(said.err.contains(missing), "{}", said.err);
    }
    assert!(!said.err.contains("sk_test_0123456789"), "{}", said.err);
}
