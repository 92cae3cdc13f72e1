//! Webhook endpoints and the outbox.

use jiff::{SignedDuration, Timestamp};
use kassa_server::domain::{
    DeliveryError, DeliveryState, Endpoint, EndpointId, EndpointTarget, Event, EventKind, Session,
    SigningSecret, WebhookSecret,
};
use kassa_server::store::{
    DeliveryList, DeliveryVerdict, DueDelivery, EndpointChange, Lease, Swapped, TriedDelivery,
};

use crate::Shared;
use crate::rows::{account, add_account, event, noon, open_session, session};

fn endpoint(letter: char, kinds: &[EventKind]) -> Endpoint {
    let secret = WebhookSecret::of([7; 32]);
    Endpoint {
        id: EndpointId(format!("we_{}", letter.to_string().repeat(16))),
        account: account().account.id,
        target: EndpointTarget::Url("https://shop.example/hook".to_owned()),
        kinds: kinds.iter().copied().collect(),
        secrets: vec![SigningSecret::fresh(secret, noon())],
        disabled_at: None,
        created_at: noon(),
    }
}

async fn added(store: &Shared, letter: char, kinds: &[EventKind]) -> Endpoint {
    add_account(store).await;
    let endpoint = endpoint(letter, kinds);
    assert_eq!(store.add_endpoint(&endpoint).await.unwrap(), Swapped::Done);
    endpoint
}

fn lease_at(now: Timestamp, most: u32) -> Lease {
    let until = now + SignedDuration::from_mins(1);
    Lease { now, until, most }
}

async fn claim(store: &Shared, endpoint: &Endpoint, now: Timestamp) -> Vec<DueDelivery> {
    let mut due = store
        .claim_deliveries(&endpoint.id, &lease_at(now, 100))
        .await
        .unwrap();
    due.sort_by_key(|due| due.delivery.session.clone());
    due
}

async fn happens(store: &Shared, kind: EventKind, session: &Session) -> Event {
    let event = event(kind, session);
    store.add_event(&event).await.unwrap();
    event
}

fn tried(due: &DueDelivery, verdict: DeliveryVerdict, now: Timestamp) -> TriedDelivery {
    TriedDelivery {
        id: due.delivery.id.clone(),
        claimed_until: due.claimed_until,
        verdict,
        status: Some(200),
        now,
    }
}

async fn settle(store: &Shared, due: &DueDelivery, verdict: DeliveryVerdict) {
    let done = store.settle_delivery(&tried(due, verdict, noon())).await;
    assert_eq!(done.unwrap(), Swapped::Done);
}

fn list_all() -> DeliveryList {
    DeliveryList {
        account: account().account.id,
        endpoint: None,
        state: None,
        before: None,
        most: 100,
    }
}

pub(crate) async fn an_endpoint_is_read_as_it_was_written(store: &Shared) {
    let written = added(
        store,
        'a',
        &[EventKind::PaymentCaptured, EventKind::SessionComplete],
    )
    .await;
    let read = store.endpoint(&written.account, &written.id).await.unwrap();
    assert_eq!(read, Some(written.clone()));
    assert_eq!(
        store.endpoints(&written.account).await.unwrap(),
        std::slice::from_ref(&written)
    );
    let stranger = "acc_0000000000000009".parse().unwrap();
    assert_eq!(store.endpoint(&stranger, &written.id).await.unwrap(), None);
    assert_eq!(store.endpoints(&stranger).await.unwrap(), []);
    assert_eq!(
        store.add_endpoint(&written).await.unwrap(),
        Swapped::Conflict
    );
}

pub(crate) async fn of_two_rotations_at_once_none_is_lost(store: &Shared) {
    let before = added(store, 'a', &[]).await;
    let rotate = |fill| {
        let after = before
            .clone()
            .rotated(WebhookSecret::of([fill; 32]), noon());
        EndpointChange {
            before: before.clone(),
            after,
            now: noon(),
        }
    };
    let (first, second) = (rotate(1), rotate(2));
    assert_eq!(store.change_endpoint(&first).await.unwrap(), Swapped::Done);
    assert_eq!(
        store.change_endpoint(&second).await.unwrap(),
        Swapped::Conflict
    );
    let read = store.endpoint(&before.account, &before.id).await.unwrap();
    assert_eq!(read, Some(first.after));
}

pub(crate) async fn an_endpoint_hears_of_what_it_wants_from_its_beginning_on(store: &Shared) {
    let session = open_session(store, 1).await;
    let all = added(store, 'a', &[]).await;
    let some = added(store, 'b', &[EventKind::PaymentCaptured]).await;
    happens(store, EventKind::SessionConfirmed, &session).await;
    let captured = happens(store, EventKind::PaymentCaptured, &session).await;
    let for_some = claim(store, &some, noon()).await;
    assert_eq!(for_some.len(), 1);
    assert_eq!(for_some[0].event, captured);
    assert_eq!(for_some[0].url, "https://shop.example/hook");
    assert_eq!(for_some[0].secrets, some.secrets);
    let deliveries = store.deliveries(&list_all()).await.unwrap().rows;
    let told = deliveries.iter().map(|d| (d.kind, d.endpoint.clone()));
    let told: Vec<_> = told.collect();
    assert_eq!(
        told.len(),
        3,
        "nothing from before there was an endpoint: {told:?}"
    );
    assert!(told.contains(&(EventKind::SessionConfirmed, all.id)));
}

pub(crate) async fn what_a_session_calls_back_goes_to_its_own_address(store: &Shared) {
    add_account(store).await;
    let callbacks = Endpoint {
        id: EndpointId::of_callbacks(&account().account.id),
        target: EndpointTarget::SessionCallbacks,
        ..endpoint('a', &[])
    };
    assert_eq!(store.add_endpoint(&callbacks).await.unwrap(), Swapped::Done);
    open_session(store, 1).await;
    let mut silent = session(2);
    silent.details.callback_url = None;
    let created = event(EventKind::SessionCreated, &silent);
    store.add_session(&silent, &created).await.unwrap();
    let due = claim(store, &callbacks, noon()).await;
    assert_eq!(due.len(), 1, "the other session names none");
    assert_eq!(due[0].url, "https://shop.example/hook");
    let read = store
        .endpoint(&callbacks.account, &callbacks.id)
        .await
        .unwrap();
    assert_eq!(read, Some(callbacks));
}

pub(crate) async fn a_sessions_events_leave_one_after_the_other(store: &Shared) {
    let endpoint = added(store, 'a', &[]).await;
    let (one, two) = (open_session(store, 1).await, open_session(store, 2).await);
    happens(store, EventKind::SessionConfirmed, &one).await;
    let first = claim(store, &endpoint, noon()).await;
    let sessions: Vec<_> = first
        .iter()
        .map(|due| due.delivery.session.clone())
        .collect();
    assert_eq!(sessions, [one.id.clone(), two.id], "one of each");
    assert_eq!(claim(store, &endpoint, noon()).await, [], "taken is taken");
    let later = noon() + SignedDuration::from_mins(5);
    let error = DeliveryError::TimedOut;
    settle(
        store,
        &first[0],
        DeliveryVerdict::Retry { at: later, error },
    )
    .await;
    assert_eq!(
        claim(store, &endpoint, noon()).await,
        [],
        "the next waits for the first"
    );
    let again = claim(store, &endpoint, later).await;
    assert_eq!(again[0].event, first[0].event);
    assert_eq!(again[0].delivery.attempts, 1);
    assert_eq!(again[0].delivery.last_error, Some(error));
    settle(store, &again[0], DeliveryVerdict::Delivered).await;
    let next = claim(store, &endpoint, noon()).await;
    assert_eq!(next[0].event.kind, EventKind::SessionConfirmed);
}

pub(crate) async fn what_is_parked_holds_nothing_up(store: &Shared) {
    let endpoint = added(store, 'a', &[]).await;
    let session = open_session(store, 1).await;
    happens(store, EventKind::SessionConfirmed, &session).await;
    let first = claim(store, &endpoint, noon()).await.remove(0);
    let error = DeliveryError::Refused;
    settle(store, &first, DeliveryVerdict::Parked { error }).await;
    let next = claim(store, &endpoint, noon()).await.remove(0);
    assert_eq!(next.event.kind, EventKind::SessionConfirmed);
    let id = &first.delivery.id;
    let parked = store
        .delivery(&endpoint.account, id)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(parked.state, DeliveryState::Parked);
    assert_eq!(parked.last_status, Some(200));
    let stranger = "acc_0000000000000009".parse().unwrap();
    assert_eq!(store.delivery(&stranger, id).await.unwrap(), None);
}

pub(crate) async fn a_delivery_that_another_server_took_is_not_settled(store: &Shared) {
    let endpoint = added(store, 'a', &[]).await;
    open_session(store, 1).await;
    let first = claim(store, &endpoint, noon()).await.remove(0);
    let later = noon() + SignedDuration::from_mins(1);
    let second = claim(store, &endpoint, later).await.remove(0);
    assert_eq!(first.delivery.id, second.delivery.id, "the lease is over");
    let verdict = DeliveryVerdict::Delivered;
    let late = store.settle_delivery(&tried(&first, verdict, later)).await;
    assert_eq!(late.unwrap(), Swapped::Conflict);
    settle(store, &second, verdict).await;
    assert!(store.delivered_since(&endpoint.id, noon()).await.unwrap());
    assert!(!store.delivered_since(&endpoint.id, later).await.unwrap());
}

pub(crate) async fn a_delivery_is_put_back_by_hand(store: &Shared) {
    let endpoint = added(store, 'a', &[]).await;
    open_session(store, 1).await;
    let due = claim(store, &endpoint, noon()).await.remove(0);
    let id = due.delivery.id.clone();
    assert_eq!(
        store.redeliver(&id, noon()).await.unwrap(),
        Swapped::Conflict
    );
    settle(store, &due, DeliveryVerdict::Delivered).await;
    assert_eq!(store.endpoints_due(noon()).await.unwrap(), []);
    let later = noon() + SignedDuration::from_mins(1);
    assert_eq!(store.redeliver(&id, later).await.unwrap(), Swapped::Done);
    assert_eq!(store.endpoints_due(noon()).await.unwrap(), []);
    assert_eq!(
        store.endpoints_due(later).await.unwrap(),
        std::slice::from_ref(&endpoint.id)
    );
    let again = claim(store, &endpoint, later).await.remove(0);
    assert_eq!((again.delivery.attempts, again.event), (0, due.event));
}

pub(crate) async fn what_waits_for_a_disabled_endpoint_is_parked(store: &Shared) {
    let before = added(store, 'a', &[]).await;
    let session = open_session(store, 1).await;
    let depth = store.outbox().await.unwrap();
    assert_eq!((depth.pending, depth.oldest), (1, Some(noon())));
    let after = Endpoint {
        disabled_at: Some(noon()),
        ..before.clone()
    };
    let change = EndpointChange {
        before,
        after: after.clone(),
        now: noon(),
    };
    assert_eq!(store.change_endpoint(&change).await.unwrap(), Swapped::Done);
    happens(store, EventKind::SessionConfirmed, &session).await;
    assert_eq!(store.endpoints_due(noon()).await.unwrap(), []);
    let deliveries = store.deliveries(&list_all()).await.unwrap().rows;
    assert_eq!(deliveries.len(), 1, "what happens meanwhile is not written");
    assert_eq!(
        deliveries[0].last_error,
        Some(DeliveryError::EndpointDisabled)
    );
    assert_eq!(store.outbox().await.unwrap().pending, 0);
    let removed = store.remove_endpoint(&after.account, &after.id).await;
    assert_eq!(removed.unwrap(), Swapped::Done);
    assert_eq!(store.deliveries(&list_all()).await.unwrap().rows, []);
    let again = store.remove_endpoint(&after.account, &after.id).await;
    assert_eq!(again.unwrap(), Swapped::Conflict);
}

pub(crate) async fn deliveries_are_listed_page_by_page(store: &Shared) {
    let endpoint = added(store, 'a', &[]).await;
    added(store, 'b', &[EventKind::SessionCreated]).await;
    for number in 1..=5 {
        open_session(store, number).await;
    }
    let due = claim(store, &endpoint, noon()).await.remove(0);
    settle(store, &due, DeliveryVerdict::Delivered).await;
    let (mut pages, mut list) = (
        Vec::new(),
        DeliveryList {
            most: 3,
            ..list_all()
        },
    );
    loop {
        let page = store.deliveries(&list).await.unwrap().rows;
        let Some(oldest) = page.last() else { break };
        list.before = Some(oldest.id.clone());
        pages.push(page);
    }
    let sizes: Vec<usize> = pages.iter().map(Vec::len).collect();
    assert_eq!(sizes, [3, 3, 3, 1]);
    let mut ids: Vec<_> = pages.concat().into_iter().map(|d| d.id).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 10, "each once");
    let state = Some(DeliveryState::Delivered);
    let one = DeliveryList {
        state,
        endpoint: Some(endpoint.id),
        ..list_all()
    };
    let delivered = store.deliveries(&one).await.unwrap().rows;
    assert_eq!(delivered.len(), 1);
    assert_eq!(delivered[0].id, due.delivery.id);
}

/// Each delivery by one server, and each session's in their order, whoever takes them.
pub(crate) async fn webhooks_are_delivered_by_one_server_each(servers: &[Shared]) {
    let endpoint = added(&servers[0], 'a', &[]).await;
    for number in 1..=8 {
        let session = open_session(&servers[0], number).await;
        happens(&servers[0], EventKind::SessionConfirmed, &session).await;
    }
    let mut working = tokio::task::JoinSet::new();
    for server in servers.iter().cycle().take(6) {
        let (server, endpoint) = (server.clone(), endpoint.clone());
        working.spawn(async move { deliver_all(&server, &endpoint).await });
    }
    let delivered = working.join_all().await.concat();
    assert_eq!(delivered.len(), 16, "each once: {delivered:?}");
    let left = servers[0].outbox().await.unwrap();
    assert_eq!(left.pending, 0);
}

async fn deliver_all(server: &Shared, endpoint: &Endpoint) -> Vec<EventKind> {
    let mut delivered = Vec::new();
    while server.outbox().await.unwrap().pending > 0 {
        let lease = lease_at(noon(), 2);
        for due in server.claim_deliveries(&endpoint.id, &lease).await.unwrap() {
            settle(server, &due, DeliveryVerdict::Delivered).await;
            delivered.push(due.event.kind);
        }
    }
    delivered
}
