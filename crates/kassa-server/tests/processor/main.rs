//! What every processor has to do, run against each that there is.
//!
//! To add a processor: a module with its [`bench::Bench`] and a line in the list at the end.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod bench;
mod contract;
mod sandbox;
mod stripe;

/// Runs every promise of the contract against a processor that `$bench` opens.
macro_rules! keeps_the_contract {
    ($processor:ident, $bench:ty, [$($promise:ident),* $(,)?]) => {
        mod $processor {
            $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $promise() {
                    let bench = <$bench as crate::bench::Bench>::open().await;
                    crate::contract::$promise(&bench).await;
                }
            )*
        }
    };
}

keeps_the_contract!(
    the_sandbox,
    crate::sandbox::SandboxBench,
    [
        a_card_is_charged_once_however_often_it_is_sent,
        a_refused_card_is_a_decline_with_a_reason,
        a_token_that_nobody_gave_is_refused_for_certain,
        an_attempt_that_never_came_is_unknown,
        reserved_money_is_captured_in_full,
        a_final_partial_capture_lets_the_rest_go,
        reserved_money_is_let_go,
        more_than_was_reserved_is_not_captured,
        captured_money_is_returned_bit_by_bit,
        more_than_was_captured_is_not_returned,
        refunds_at_once_never_exceed_what_was_captured,
        an_operation_that_never_came_is_unknown,
        what_was_voided_is_not_captured,
    ]
);

// What localstripe keeps by itself.
keeps_the_contract!(
    localstripe,
    crate::stripe::LocalstripeBench,
    [
        a_refused_card_is_a_decline_with_a_reason,
        a_token_that_nobody_gave_is_refused_for_certain,
        an_attempt_that_never_came_is_unknown,
        more_than_was_reserved_is_not_captured,
        an_operation_that_never_came_is_unknown,
    ]
);

// All of it, with Stripe's idempotency keys and books in front of localstripe.
keeps_the_contract!(
    stripe_as_documented,
    crate::stripe::DocumentedBench,
    [
        a_card_is_charged_once_however_often_it_is_sent,
        a_refused_card_is_a_decline_with_a_reason,
        a_token_that_nobody_gave_is_refused_for_certain,
        an_attempt_that_never_came_is_unknown,
        reserved_money_is_captured_in_full,
        a_final_partial_capture_lets_the_rest_go,
        reserved_money_is_let_go,
        more_than_was_reserved_is_not_captured,
        captured_money_is_returned_bit_by_bit,
        more_than_was_captured_is_not_returned,
        refunds_at_once_never_exceed_what_was_captured,
        an_operation_that_never_came_is_unknown,
        what_was_voided_is_not_captured,
    ]
);
