//! Every state of a capture, a void or a refund against every outcome.

use crate::domain::{
    Contradiction, OperationFailure, OperationOutcome as O, OperationState as S, Settled,
};

const REFUSED: OperationFailure = OperationFailure::Refused;
const OTHER: OperationFailure = OperationFailure::TooMuch;

#[test]
fn a_refund_is_finished_or_failed_once() {
    assert!(S::Initiated.is_in_flight());
    assert_eq!(
        S::Initiated.settle(O::Finished),
        Ok(Settled::Moved(S::Finished))
    );
    assert_eq!(
        S::Initiated.settle(O::Failed(REFUSED)),
        Ok(Settled::Moved(S::Failed(REFUSED)))
    );
    for state in [S::Finished, S::Failed(REFUSED)] {
        assert!(!state.is_in_flight());
    }
}

#[test]
fn an_outcome_that_comes_twice_changes_nothing() {
    assert_eq!(S::Finished.settle(O::Finished), Ok(Settled::Unchanged));
    assert_eq!(
        S::Failed(REFUSED).settle(O::Failed(OTHER)),
        Ok(Settled::Unchanged)
    );
}

#[test]
fn a_certain_outcome_never_turns_into_another() {
    assert_eq!(S::Finished.settle(O::Failed(REFUSED)), Err(Contradiction));
    assert_eq!(S::Failed(REFUSED).settle(O::Finished), Err(Contradiction));
}

#[test]
fn what_is_not_decided_moves_nothing() {
    for state in [S::Initiated, S::Finished, S::Failed(REFUSED)] {
        assert_eq!(state.settle(O::Pending), Ok(Settled::Unchanged));
    }
}

#[test]
fn every_failure_has_a_word_of_its_own() {
    let mut words: Vec<_> = OperationFailure::ALL.iter().map(|f| f.as_str()).collect();
    words.sort_unstable();
    words.dedup();
    assert_eq!(words.len(), OperationFailure::ALL.len());
}
