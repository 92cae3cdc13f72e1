//! Every state of an attempt against every outcome.

use kassa_wire::state::DeclineReason;
use kassa_wire::view::{ActionKind, TransferView};

use crate::domain::{Action, AttemptState as S, Contradiction, Outcome as O, Settled};

fn action(url: &str) -> Action {
    Action {
        kind: ActionKind::Redirect,
        url: url.to_owned(),
    }
}

fn transfer(reference: &str) -> TransferView {
    TransferView {
        account_holder: "Kassa".to_owned(),
        account_number: "ES91".to_owned(),
        bank_code: "X".to_owned(),
        bank_name: "Bank".to_owned(),
        reference: reference.to_owned(),
        amount: "€1".to_owned(),
    }
}

fn moved(state: S) -> Result<Settled, Contradiction> {
    Ok(Settled::Moved(state))
}

const UNCHANGED: Result<Settled, Contradiction> = Ok(Settled::Unchanged);

fn waiting() -> [S; 4] {
    [
        S::Started,
        S::RequiresAction(action("a")),
        S::Processing(None),
        S::Processing(Some(transfer("t"))),
    ]
}

#[test]
fn a_certain_outcome_ends_whatever_was_waited_for() {
    for state in waiting() {
        assert!(state.is_in_flight());
        assert_eq!(state.clone().settle(O::Captured), moved(S::Captured));
        assert_eq!(state.clone().settle(O::Authorized), moved(S::Authorized));
        let no = DeclineReason::ExpiredCard;
        assert_eq!(state.settle(O::Declined(no)), moved(S::Declined(no)));
    }
}

#[test]
fn a_certain_outcome_is_never_replaced() {
    let declined = S::Declined(DeclineReason::Declined);
    assert!(!S::Captured.is_in_flight() && !declined.is_in_flight());
    assert_eq!(
        S::Captured.settle(O::Declined(DeclineReason::Declined)),
        Err(Contradiction)
    );
    assert_eq!(declined.clone().settle(O::Captured), Err(Contradiction));
    for state in [S::Captured, declined] {
        assert_eq!(state.clone().settle(O::Processing(None)), UNCHANGED);
        assert_eq!(
            state.clone().settle(O::Processing(Some(transfer("t")))),
            UNCHANGED
        );
        assert_eq!(state.settle(O::RequiresAction(action("a"))), UNCHANGED);
    }
}

#[test]
fn the_same_certain_outcome_again_changes_nothing() {
    assert_eq!(S::Captured.settle(O::Captured), UNCHANGED);
    let first = S::Declined(DeclineReason::ExpiredCard);
    assert_eq!(
        first.settle(O::Declined(DeclineReason::Declined)),
        UNCHANGED
    );
}

#[test]
fn an_action_is_news_only_while_nothing_is_known() {
    let asked = O::RequiresAction(action("a"));
    let asking = S::RequiresAction(action("a"));
    assert_eq!(S::Started.settle(asked.clone()), moved(asking.clone()));
    assert_eq!(
        S::Processing(None).settle(asked.clone()),
        moved(asking.clone())
    );
    assert_eq!(asking.clone().settle(asked.clone()), UNCHANGED);
    let other = O::RequiresAction(action("b"));
    assert_eq!(asking.settle(other), moved(S::RequiresAction(action("b"))));
    assert_eq!(S::Processing(Some(transfer("t"))).settle(asked), UNCHANGED);
}

#[test]
fn where_to_transfer_to_is_never_forgotten() {
    let known = S::Processing(Some(transfer("t")));
    assert_eq!(
        S::Started.settle(O::Processing(None)),
        moved(S::Processing(None))
    );
    let asking = S::RequiresAction(action("a"));
    assert_eq!(
        asking.settle(O::Processing(None)),
        moved(S::Processing(None))
    );
    assert_eq!(S::Processing(None).settle(O::Processing(None)), UNCHANGED);
    let told = O::Processing(Some(transfer("t")));
    assert_eq!(
        S::Processing(None).settle(told.clone()),
        moved(known.clone())
    );
    assert_eq!(known.clone().settle(O::Processing(None)), UNCHANGED);
    assert_eq!(known.clone().settle(told), UNCHANGED);
    let other = O::Processing(Some(transfer("u")));
    assert_eq!(
        known.settle(other),
        moved(S::Processing(Some(transfer("u"))))
    );
}

#[test]
fn only_what_was_never_answered_may_be_asked_for_again() {
    let never_answered: Vec<S> = waiting().into_iter().filter(S::is_unanswered).collect();
    assert_eq!(never_answered, [S::Started, S::Processing(None)]);
    assert!(!S::Captured.is_unanswered());
    assert!(!S::Declined(DeclineReason::Declined).is_unanswered());
}

#[test]
fn reserved_money_stays_reserved_for_the_attempt_whatever_is_captured_later() {
    let refused = O::Declined(DeclineReason::Declined);
    assert!(!S::Authorized.is_in_flight() && !S::Authorized.is_unanswered());
    for known in [S::Authorized, S::Captured] {
        for outcome in [O::Authorized, O::Captured, O::Processing(None)] {
            assert_eq!(known.clone().settle(outcome), UNCHANGED, "{known:?}");
        }
        let action = O::RequiresAction(action("a"));
        assert_eq!(known.clone().settle(action), UNCHANGED);
        assert_eq!(known.settle(refused.clone()), Err(Contradiction));
    }
    let declined = S::Declined(DeclineReason::Declined);
    assert_eq!(declined.settle(O::Authorized), Err(Contradiction));
}

#[test]
fn an_announced_payment_is_started_once_or_called_off() {
    assert!(S::Announced.is_in_flight() && !S::Announced.is_unanswered());
    assert_eq!(S::Announced.start(), Some(S::Started));
    let over = [
        S::Authorized,
        S::Captured,
        S::Declined(DeclineReason::Declined),
    ];
    for state in waiting().into_iter().chain(over) {
        assert_eq!(state.start(), None, "{state:?}");
    }
    let called_off = DeclineReason::NotProcessed;
    assert_eq!(
        S::Announced.settle(O::Declined(called_off)),
        moved(S::Declined(called_off))
    );
    let asked = [
        O::Authorized,
        O::Captured,
        O::Processing(None),
        O::RequiresAction(action("a")),
    ];
    for outcome in asked {
        assert_eq!(S::Announced.settle(outcome), Err(Contradiction));
    }
}

#[test]
fn a_card_is_kept_only_while_it_may_have_to_be_charged() {
    let kept: Vec<S> = waiting().into_iter().filter(S::needs_token).collect();
    assert_eq!(kept, [S::Started, S::Processing(None)]);
    assert!(S::Announced.needs_token());
    assert!(!S::Authorized.needs_token() && !S::Captured.needs_token());
    assert!(!S::Declined(DeclineReason::Declined).needs_token());
}
