//! Every state of a capture, a void or a refund against every outcome.

use crate::domain::{
    Contradiction, Finality, OperationFailure, OperationKind as K, OperationOutcome as O,
    OperationState as S, Settled,
};

const REFUSED: OperationFailure = OperationFailure::Refused;
const OTHER: OperationFailure = OperationFailure::TooMuch;

#[test]
fn a_refund_is_finished_or_failed_once() {
    assert!(S::Initiated.is_in_flight());
    assert_eq!(
        S::Initiated.settle(K::Refund, O::Finished),
        Ok(Settled::Moved(S::Finished))
    );
    assert_eq!(
        S::Initiated.settle(K::Refund, O::Failed(REFUSED)),
        Ok(Settled::Moved(S::Failed(REFUSED)))
    );
    for state in [S::Finished, S::Failed(REFUSED)] {
        assert!(!state.is_in_flight());
    }
}

#[test]
fn an_outcome_that_comes_twice_changes_nothing() {
    assert_eq!(
        S::Finished.settle(K::Refund, O::Finished),
        Ok(Settled::Unchanged)
    );
    assert_eq!(
        S::Failed(REFUSED).settle(K::Refund, O::Failed(OTHER)),
        Ok(Settled::Unchanged)
    );
}

#[test]
fn a_certain_outcome_never_turns_into_another() {
    for kind in [K::Capture(Finality::Final), K::Void] {
        let late = S::Finished.settle(kind, O::Failed(REFUSED));
        assert_eq!(late, Err(Contradiction));
    }
    for kind in [K::Capture(Finality::More), K::Void, K::Refund] {
        let late = S::Failed(REFUSED).settle(kind, O::Finished);
        assert_eq!(late, Err(Contradiction));
    }
}

#[test]
fn a_refund_that_the_bank_sends_back_has_failed_after_all() {
    assert_eq!(
        S::Finished.settle(K::Refund, O::Failed(REFUSED)),
        Ok(Settled::Moved(S::Failed(REFUSED)))
    );
}

#[test]
fn what_is_not_decided_moves_nothing() {
    for state in [S::Initiated, S::Finished, S::Failed(REFUSED)] {
        assert_eq!(state.settle(K::Refund, O::Pending), Ok(Settled::Unchanged));
    }
}

#[test]
fn every_failure_has_a_word_of_its_own() {
    let mut words: Vec<_> = OperationFailure::ALL.iter().map(|f| f.as_str()).collect();
    words.sort_unstable();
    words.dedup();
    assert_eq!(words.len(), OperationFailure::ALL.len());
}
