//! Sessions.

use jiff::SignedDuration;
use kassa_server::domain::{Event, EventKind, Said, SessionChanges};
use kassa_server::store::{SessionChange, Swapped};

use crate::Shared;
use crate::rows::{account, claim, claimed, confirmed_session, event, noon, open_session, session};

pub(crate) async fn what_is_written_is_read_again(store: &Shared) {
    let written = open_session(store, 1).await;
    let read = store.checkout(&written.id).await.unwrap().unwrap();
    let account = account();
    assert_eq!(read.session, written);
    assert_eq!(read.account, account.account);
    assert_eq!(read.recipient, account.recipients[0]);
    assert_eq!(read.order, account.orders[0]);
    assert_eq!(read.payment, None);
    let events = store.events(&written.id).await.unwrap();
    assert_eq!(events.len(), 1);
    let told = event(EventKind::SessionCreated, &written);
    assert_eq!(
        events[0],
        Event {
            id: events[0].id.clone(),
            ..told
        }
    );
    assert_eq!(store.checkout(&session(9).id).await.unwrap(), None);
}

pub(crate) async fn a_session_changes_only_from_what_it_was(store: &Shared) {
    let before = open_session(store, 1).await;
    let after = before.clone().cancel(noon()).unwrap();
    let tells = event(EventKind::SessionCancelled, &after);
    let change = SessionChange {
        before: before.clone(),
        after: after.clone(),
        event: tells,
    };
    assert_eq!(store.change_session(&change).await.unwrap(), Swapped::Done);
    assert_eq!(
        store.change_session(&change).await.unwrap(),
        Swapped::Conflict
    );
    assert_eq!(
        store.checkout(&before.id).await.unwrap().unwrap().session,
        after
    );
    assert_eq!(
        store.events(&before.id).await.unwrap().len(),
        2,
        "nothing is told twice"
    );
}

pub(crate) async fn what_a_merchant_changes_is_read_again(store: &Shared) {
    let before = open_session(store, 1).await;
    let changes = SessionChanges {
        customer_id: Said::This("c-2".to_owned()),
        description: Said::This("Autumn term".to_owned()),
        return_url: Said::This("https://shop.example/back".to_owned()),
        callback_url: Said::This("https://shop.example/hooks".to_owned()),
        locale: Said::Removed,
        metadata: Some([("cart".to_owned(), "8".to_owned())].into()),
        payer: Some([("email".to_owned(), "b@example.com".to_owned())].into()),
        read_only: Some(Vec::new()),
        hidden: Some(vec!["phone".to_owned()]),
        expires_at: Some(before.expires_at + SignedDuration::from_hours(1)),
        ..SessionChanges::default()
    };
    let after = before.clone().update(changes, noon()).unwrap();
    let change = SessionChange {
        before: before.clone(),
        after: after.clone(),
        event: event(EventKind::SessionUpdated, &after),
    };
    assert_eq!(store.change_session(&change).await.unwrap(), Swapped::Done);
    let read = store.checkout(&before.id).await.unwrap().unwrap();
    assert_eq!(read.session, after);
}

pub(crate) async fn only_what_waits_and_is_due_expires(store: &Shared) {
    let (open, confirmed) = (
        open_session(store, 1).await,
        confirmed_session(store, 2).await,
    );
    let paying = confirmed_session(store, 3).await;
    claimed(store, &claim(&paying, "a", 1)).await;
    let due = |at| async move {
        let due = store.sessions_due(at).await.unwrap();
        due.into_iter()
            .map(|session| session.id)
            .collect::<Vec<_>>()
    };
    let end = open.expires_at;
    assert_eq!(due(end - SignedDuration::from_secs(1)).await, []);
    assert_eq!(due(end).await, [open.id, confirmed.id]);
}
