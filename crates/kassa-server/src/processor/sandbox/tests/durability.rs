//! What a crash does: nothing.

use kassa_wire::state::DeclineReason;

use super::bench::{Bench, charge};
use crate::processor::{ChargeMethod, Outcome};

#[tokio::test]
async fn what_was_charged_before_a_crash_is_known_after_it() {
    let bench = Bench::new().await;
    let request = charge("1", bench.token("4242424242424242").await);
    assert_eq!(bench.charge(&request).await, Ok(Outcome::Captured));
    let bench = bench.killed_and_restarted().await;
    assert_eq!(bench.look_up("1").await, Ok(Some(Outcome::Captured)));
    assert_eq!(bench.charge(&request).await, Ok(Outcome::Captured));
    assert_eq!(bench.ledger().await.len(), 1);
}

#[tokio::test]
async fn what_was_under_way_at_a_crash_goes_on_after_it() {
    let bench = Bench::new().await;
    let slow = charge("1", bench.token("4000000000000259").await);
    let refused = charge("2", bench.token("4000000000009995").await);
    bench.charge(&slow).await.unwrap();
    bench.charge(&refused).await.unwrap();
    bench
        .charge(&charge("3", ChargeMethod::Wallet))
        .await
        .unwrap();
    let bench = bench.killed_and_restarted().await;
    bench.pass(5);
    assert_eq!(bench.look_up("1").await, Ok(Some(Outcome::Captured)));
    let reason = DeclineReason::InsufficientFunds;
    assert_eq!(
        bench.look_up("2").await,
        Ok(Some(Outcome::Declined(reason)))
    );
    let wallet = bench.look_up("3").await;
    assert!(
        matches!(wallet, Ok(Some(Outcome::RequiresAction(_)))),
        "{wallet:?}"
    );
}

#[tokio::test]
async fn a_token_survives_a_crash_and_is_still_used_once() {
    let bench = Bench::new().await;
    let method = bench.token("4242424242424242").await;
    let bench = bench.killed_and_restarted().await;
    assert_eq!(
        bench.charge(&charge("1", method)).await,
        Ok(Outcome::Captured)
    );
}
