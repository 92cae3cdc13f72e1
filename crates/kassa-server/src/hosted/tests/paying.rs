//! Paying without scripts.

use super::bench::{Bench, data_of};

const KEY: &str = "attempt_key=0123456789abcdef0123";

#[tokio::test]
async fn a_double_submit_begins_one_transfer() {
    let bench = Bench::new().await;
    let page = bench.confirmed().await;
    let body = format!("intent=pay&method=bank_transfer&version=2&{KEY}");
    let (first, second) = tokio::join!(bench.post(&page, &body), bench.post(&page, &body));
    assert_eq!((first.status.as_u16(), second.status.as_u16()), (303, 303));
    assert_eq!(first.location, page);
    assert_eq!(bench.charges().await, 1);
    let text = bench.get(&page).await.text;
    assert!(
        text.contains("Banco Arenal") && text.contains("ARNLESM0"),
        "{text}"
    );
}

#[tokio::test]
async fn the_wallet_is_a_page_of_its_own_unless_the_checkout_is_in_a_frame() {
    let bench = Bench::new().await;
    let page = bench.confirmed().await;
    let body = format!("intent=pay&method=wallet&version=2&{KEY}");
    let answer = bench.post(&page, &body).await;
    assert_eq!(answer.status, 303);
    assert!(
        answer.location.starts_with("/sandbox/wallet/"),
        "{}",
        answer.location
    );
    let framed = bench.post(&format!("{page}?ui=inline"), &body).await;
    assert_eq!(framed.location, format!("{page}?ui=inline"));
    let back = bench.post(&answer.location, "decision=approve").await;
    assert_eq!(back.location, format!("https://pay.example{page}"));
    assert_eq!(bench.charges().await, 1);
}

#[tokio::test]
async fn a_card_needs_scripts_and_a_choice_has_to_be_made() {
    let bench = Bench::new().await;
    let page = bench.confirmed().await;
    for (body, notice) in [
        (
            format!("intent=pay&method=card&{KEY}"),
            "card_needs_scripts",
        ),
        (format!("intent=pay&{KEY}"), "choose_method"),
        (format!("intent=pay&method=gold&{KEY}"), "choose_method"),
        (
            "intent=pay&method=wallet&attempt_key=short".to_owned(),
            "choose_method",
        ),
    ] {
        let answer = bench.post(&page, &body).await;
        assert_eq!(answer.status, 422, "{body}");
        assert_eq!(
            data_of(&answer.text)["content"]["checkout"]["notice"],
            notice,
            "{body}"
        );
    }
    assert_eq!(bench.charges().await, 0);
}

#[tokio::test]
async fn a_key_that_paid_otherwise_begins_nothing_new() {
    let bench = Bench::new().await;
    let page = bench.confirmed().await;
    bench
        .post(&page, &format!("intent=pay&method=bank_transfer&{KEY}"))
        .await;
    let other = bench
        .post(&page, &format!("intent=pay&method=wallet&{KEY}"))
        .await;
    assert_eq!(other.status, 422);
    let again = bench
        .post(
            &page,
            "intent=pay&method=wallet&attempt_key=another0123456789",
        )
        .await;
    assert_eq!(
        again.status, 303,
        "who pays twice sees where the first payment stands"
    );
    assert_eq!(bench.charges().await, 1);
}

#[tokio::test]
async fn nobody_pays_before_confirming() {
    let bench = Bench::new().await;
    let page = bench.session(&super::bench::complete()).await;
    let answer = bench
        .post(&page, &format!("intent=pay&method=bank_transfer&{KEY}"))
        .await;
    assert_eq!((answer.status.as_u16(), answer.location), (303, page));
    assert_eq!(bench.charges().await, 0);
}

#[tokio::test]
async fn another_language_keeps_the_chosen_method() {
    let bench = Bench::new().await;
    let page = bench.confirmed().await;
    let body = format!("intent=language&method=wallet&version=2&{KEY}");
    let answer = bench.post(&format!("{page}?locale=es"), &body).await;
    let checkout = &data_of(&answer.text)["content"]["checkout"];
    assert_eq!(checkout["method"], "wallet");
    assert!(checkout["entered"].is_null() && checkout["notice"].is_null());
    assert_eq!(bench.charges().await, 0);
}

#[tokio::test]
async fn an_order_that_was_paid_elsewhere_is_said_to_be_paid() {
    let bench = Bench::new().await;
    let (here, elsewhere) = (bench.confirmed().await, bench.confirmed().await);
    let wallet = bench
        .post(&elsewhere, &format!("intent=pay&method=wallet&{KEY}"))
        .await;
    bench.post(&wallet.location, "decision=approve").await;
    let seen = bench.get(&elsewhere).await.text;
    assert!(seen.contains("Payment complete"), "{seen}");
    let answer = bench
        .post(
            &here,
            "intent=pay&method=bank_transfer&attempt_key=another0123456789",
        )
        .await;
    assert_eq!(answer.status, 422);
    assert!(
        answer.text.contains("This is already paid")
            && answer.text.contains("You have not been charged again."),
        "{}",
        answer.text
    );
    assert_eq!(bench.charges().await, 1);
}
