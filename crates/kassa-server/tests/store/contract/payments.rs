//! Payments and attempts.

use jiff::{SignedDuration, Timestamp};
use kassa_server::domain::{Action, AttemptState, Outcome, SessionRefusal, SessionState};
use kassa_server::store::{Claimed, Fingerprint, InFlight, Swapped};
use kassa_wire::state::DeclineReason;
use kassa_wire::view::{ActionKind, TransferView};
use tokio::task::JoinSet;

use crate::Shared;
use crate::rows::{claim, claimed, confirmed_session, noon, open_session, session, settlement};

pub(crate) async fn a_key_is_claimed_once(store: &Shared) {
    let session = confirmed_session(store, 1).await;
    let fresh = claimed(store, &claim(&session, "a", 1)).await;
    assert_eq!(
        fresh.session.state,
        SessionState::Paying {
            attempt: fresh.attempt.id.clone()
        }
    );
    let again = store.claim_attempt(&claim(&session, "a", 2)).await.unwrap();
    assert_eq!(again, Claimed::Replay(Box::new(fresh.attempt.clone())));
    let read = store.in_flight(&fresh.attempt.id).await.unwrap();
    assert_eq!(read, Some(fresh));
}

pub(crate) async fn a_key_with_another_request_is_refused(store: &Shared) {
    let session = confirmed_session(store, 1).await;
    claimed(store, &claim(&session, "a", 1)).await;
    let mut other = claim(&session, "a", 2);
    other.fingerprint = Fingerprint([2; 32]);
    assert_eq!(
        store.claim_attempt(&other).await.unwrap(),
        Claimed::KeyReused
    );
}

pub(crate) async fn a_session_is_paid_by_one_attempt_at_a_time(store: &Shared) {
    let session = confirmed_session(store, 1).await;
    let first = claimed(store, &claim(&session, "a", 1)).await;
    let busy = Claimed::Refused(SessionRefusal::Paying);
    assert_eq!(
        store.claim_attempt(&claim(&session, "b", 2)).await.unwrap(),
        busy
    );
    let refused = settlement(&first, Outcome::Declined(DeclineReason::Declined));
    assert_eq!(store.settle_attempt(&refused).await.unwrap(), Swapped::Done);
    let second = claimed(store, &claim(&session, "b", 2)).await;
    assert_eq!(
        second.payment.reference, first.payment.reference,
        "one payment for each session"
    );
    assert_eq!(second.attempt.payment, first.payment.reference);
}

pub(crate) async fn an_order_is_paid_in_one_session_at_a_time(store: &Shared) {
    let (one, two) = (
        confirmed_session(store, 1).await,
        confirmed_session(store, 2).await,
    );
    claimed(store, &claim(&one, "a", 1)).await;
    assert_eq!(
        store.claim_attempt(&claim(&two, "a", 2)).await.unwrap(),
        Claimed::OrderBusy
    );
}

pub(crate) async fn an_order_that_is_paid_is_not_claimed_again(store: &Shared) {
    let (one, two) = (
        confirmed_session(store, 1).await,
        confirmed_session(store, 2).await,
    );
    let first = claimed(store, &claim(&one, "a", 1)).await;
    let paid = settlement(&first, Outcome::Captured);
    assert_eq!(store.settle_attempt(&paid).await.unwrap(), Swapped::Done);
    assert_eq!(
        store.claim_attempt(&claim(&two, "a", 2)).await.unwrap(),
        Claimed::OrderPaid
    );
    let closed = Claimed::Refused(SessionRefusal::Complete);
    assert_eq!(
        store.claim_attempt(&claim(&one, "b", 3)).await.unwrap(),
        closed
    );
    let read = store.checkout(&one.id).await.unwrap().unwrap();
    assert_eq!(read.order.paid_at, Some(paid.after.attempt.updated_at));
    assert_eq!(read.payment.unwrap().payment, paid.after.payment);
}

pub(crate) async fn a_taken_reference_is_drawn_again(store: &Shared) {
    let one = confirmed_session(store, 1).await;
    claimed(store, &claim(&one, "a", 1)).await;
    let two = confirmed_session(store, 2).await;
    let mut same = claim(&two, "a", 2);
    same.attempt.payment = "FWU000000001".parse().unwrap();
    assert_eq!(
        store.claim_attempt(&same).await.unwrap(),
        Claimed::ReferenceTaken
    );
}

pub(crate) async fn a_refused_claim_leaves_nothing_behind(store: &Shared) {
    let open = open_session(store, 1).await;
    let refused = store.claim_attempt(&claim(&open, "a", 1)).await.unwrap();
    assert_eq!(refused, Claimed::Refused(SessionRefusal::NotConfirmed));
    let mut late = claim(&confirmed_session(store, 2).await, "a", 2);
    late.now = noon() + SignedDuration::from_hours(2);
    let refused = store.claim_attempt(&late).await.unwrap();
    assert_eq!(refused, Claimed::Refused(SessionRefusal::Expired));
    let nobody = store
        .claim_attempt(&claim(&session(9), "a", 3))
        .await
        .unwrap();
    assert_eq!(nobody, Claimed::NoSession);
    for id in [&open.id, &late.attempt.session] {
        assert_eq!(store.checkout(id).await.unwrap().unwrap().payment, None);
        assert_eq!(store.events(id).await.unwrap().len(), 1);
    }
    assert_eq!(store.attempts_in_flight(Timestamp::MAX).await.unwrap(), []);
    // The order is free.
    let three = confirmed_session(store, 3).await;
    claimed(store, &claim(&three, "a", 4)).await;
}

pub(crate) async fn an_outcome_is_written_whole_or_not_at_all(store: &Shared) {
    let session = confirmed_session(store, 1).await;
    let first = claimed(store, &claim(&session, "a", 1)).await;
    let paid = settlement(&first, Outcome::Captured);
    // Somebody else moved the session meanwhile.
    let mut stale = paid.clone();
    stale.before.session.version += 1;
    assert_eq!(
        store.settle_attempt(&stale).await.unwrap(),
        Swapped::Conflict
    );
    assert_eq!(
        store.in_flight(&first.attempt.id).await.unwrap(),
        Some(first.clone())
    );
    assert_eq!(store.events(&session.id).await.unwrap().len(), 2);
    for (outcome, state) in waiting() {
        let before = store.in_flight(&first.attempt.id).await.unwrap().unwrap();
        let moved = settlement(&before, outcome);
        assert_eq!(store.settle_attempt(&moved).await.unwrap(), Swapped::Done);
        let read: InFlight = store.in_flight(&first.attempt.id).await.unwrap().unwrap();
        assert_eq!(read.attempt.state, state);
        assert_eq!(read, moved.after);
    }
    assert_eq!(
        store.settle_attempt(&paid).await.unwrap(),
        Swapped::Conflict
    );
}

fn waiting() -> [(Outcome, AttemptState); 3] {
    let action = Action {
        kind: ActionKind::Challenge,
        url: "/challenge/1".to_owned(),
    };
    let transfer = TransferView {
        account_holder: "Kassa".to_owned(),
        account_number: "ES91".to_owned(),
        bank_code: "X".to_owned(),
        bank_name: "銀行".to_owned(),
        reference: "FWU1".to_owned(),
        amount: "€1".to_owned(),
    };
    [
        (
            Outcome::RequiresAction(action.clone()),
            AttemptState::RequiresAction(action),
        ),
        (Outcome::Processing(None), AttemptState::Processing(None)),
        (
            Outcome::Processing(Some(transfer.clone())),
            AttemptState::Processing(Some(transfer)),
        ),
    ]
}

pub(crate) async fn a_refusal_lets_the_order_go(store: &Shared) {
    let (one, two) = (
        confirmed_session(store, 1).await,
        confirmed_session(store, 2).await,
    );
    let first = claimed(store, &claim(&one, "a", 1)).await;
    let refused = settlement(&first, Outcome::Declined(DeclineReason::InsufficientFunds));
    assert_eq!(store.settle_attempt(&refused).await.unwrap(), Swapped::Done);
    claimed(store, &claim(&two, "a", 2)).await;
    assert_eq!(
        store.claim_attempt(&claim(&one, "b", 3)).await.unwrap(),
        Claimed::OrderBusy
    );
}

pub(crate) async fn only_what_has_no_outcome_is_in_flight(store: &Shared) {
    let session = confirmed_session(store, 1).await;
    let first = claimed(store, &claim(&session, "a", 1)).await;
    let id = first.attempt.id.clone();
    assert_eq!(store.attempts_in_flight(noon()).await.unwrap(), [id]);
    let earlier = noon() - SignedDuration::from_micros(1);
    assert_eq!(store.attempts_in_flight(earlier).await.unwrap(), []);
    let paid = settlement(&first, Outcome::Captured);
    assert_eq!(store.settle_attempt(&paid).await.unwrap(), Swapped::Done);
    assert_eq!(store.attempts_in_flight(Timestamp::MAX).await.unwrap(), []);
}

pub(crate) async fn many_claims_at_once_have_one_winner(store: &Shared) {
    let sessions = [
        confirmed_session(store, 1).await,
        confirmed_session(store, 2).await,
    ];
    let mut claims = JoinSet::new();
    for (number, key) in (1..).zip(["a", "b", "c", "d", "e", "f", "g", "h"]) {
        let claim = claim(&sessions[number as usize % 2], key, number);
        let store = store.clone();
        claims.spawn(async move { store.claim_attempt(&claim).await.unwrap() });
    }
    let results = claims.join_all().await;
    let winners = results
        .iter()
        .filter(|one| matches!(one, Claimed::Fresh(_)));
    assert_eq!(winners.count(), 1, "{results:?}");
    let in_flight = store.attempts_in_flight(Timestamp::MAX).await.unwrap();
    assert_eq!(in_flight.len(), 1);
}
