//! The store itself.

use jiff::{SignedDuration, Timestamp};
use kassa_server::domain::{EventKind, Outcome, PaymentState, Session, SessionState};
use kassa_server::store::{
    Begun, Cleared, Clearing, Fingerprint, KeyedRequest, PaymentCount, RequestName, SessionChange,
};

use crate::Shared;
use crate::rows::{
    account, add_account, claim, claimed, confirmed_session_for, event, noon, open_session,
    settlement,
};

pub(crate) async fn a_fresh_store_is_current_and_counts_nothing(store: &Shared) {
    store.ping().await.unwrap();
    assert!(store.is_current().await.unwrap());
    let outbox = store.outbox().await.unwrap();
    assert_eq!((outbox.pending, outbox.parked, outbox.oldest), (0, 0, None));
    assert_eq!(store.count_payments().await.unwrap(), []);
}

pub(crate) async fn payments_are_counted_by_where_they_stand(store: &Shared) {
    for number in 1..=3 {
        let session = confirmed_session_for(store, number, &number.to_string()).await;
        let fresh = claimed(store, &claim(&session, "a", number)).await;
        if number > 1 {
            let paid = settlement(&fresh, Outcome::Captured);
            let _done = store.settle_attempt(&paid).await.unwrap();
        }
    }
    let mut counts = store.count_payments().await.unwrap();
    counts.sort_by_key(|one| one.count);
    let count = |state, count| PaymentCount {
        processor: "sandbox".to_owned(),
        state,
        count,
    };
    let expected = [
        count(PaymentState::Created, 1),
        count(PaymentState::Captured, 2),
    ];
    assert_eq!(counts, expected);
}

fn clearing(at: Timestamp, most: u32) -> Clearing {
    Clearing {
        requests: at,
        deliveries: at,
        sessions: at,
        most,
    }
}

async fn expire(store: &Shared, before: Session) {
    let end = before.expires_at;
    let after = before.clone().expire(end).unwrap();
    let event = event(EventKind::SessionExpired, &after);
    let change = SessionChange {
        before,
        after,
        event,
    };
    let _done = store.change_session(&change).await.unwrap();
}

pub(crate) async fn what_is_old_and_of_no_use_is_deleted(store: &Shared) {
    let mut expired = Vec::new();
    for number in 1..=3 {
        let session = open_session(store, number).await;
        expire(store, session.clone()).await;
        expired.push(session.id);
    }
    let open = open_session(store, 4).await;
    let tried = confirmed_session_for(store, 5, "2").await;
    let fresh = claimed(store, &claim(&tried, "a", 5)).await;
    let refused = Outcome::Declined(kassa_wire::state::DeclineReason::Declined);
    let refused = settlement(&fresh, refused);
    let _done = store.settle_attempt(&refused).await.unwrap();
    let declined = store.checkout(&tried.id).await.unwrap().unwrap().session;
    assert_eq!(declined.state, SessionState::Confirmed);
    expire(store, declined).await;

    let end = open.expires_at;
    let early = clearing(end - SignedDuration::from_micros(1), 2);
    assert!(store.clear(&early).await.unwrap().is_nothing());
    let mut deleted = 0;
    loop {
        let cleared = store.clear(&clearing(end, 2)).await.unwrap();
        deleted += cleared.sessions;
        if cleared.is_nothing() {
            break;
        }
    }
    assert_eq!(deleted, 3);
    for id in &expired {
        assert_eq!(store.checkout(id).await.unwrap(), None);
        assert_eq!(store.events(id).await.unwrap(), []);
    }
    for kept in [&open.id, &tried.id] {
        assert!(store.checkout(kept).await.unwrap().is_some());
    }
}

pub(crate) async fn old_idempotency_keys_are_deleted(store: &Shared) {
    add_account(store).await;
    for (key, hours) in [("old", 0), ("young", 1)] {
        let now = noon() + SignedDuration::from_hours(hours);
        let request = KeyedRequest {
            name: RequestName {
                account: account().account.id,
                key: key.to_owned(),
            },
            fingerprint: Fingerprint([1; 32]),
            subject: "cs_1".to_owned(),
            running_until: now,
            now,
            forgotten: Timestamp::MIN,
        };
        assert_eq!(store.begin_request(&request).await.unwrap(), Begun::Fresh);
    }
    let cleared = store.clear(&clearing(noon(), 10)).await.unwrap();
    let expected = Cleared {
        requests: 1,
        ..Cleared::default()
    };
    assert_eq!(cleared, expected);
}
