//! Lists of payments and events.

use std::time::Duration;

use jiff::SignedDuration;
use kassa_server::domain::{EventKind, Outcome, PaymentState, Session, SessionState};
use kassa_server::store::{Claim, FoundPayments, ListEvents, ListPayments, Page};

use crate::Shared;
use crate::rows::{account, add_account, claim, event, noon, open_session, session, settlement};

const NAMES: [(&str, &str); 4] = [
    ("Amina", "Okafor"),
    ("AMADOU", "de la Cruz"),
    ("Жанна", "Okafor-Smith"),
    ("Li", "王"),
];

/// Twelve payments, two at each moment, of four payers; every third one captured.
async fn twelve_payments(store: &Shared) {
    add_account(store).await;
    for number in 1..=12_u32 {
        let (first, last) = NAMES[number as usize % 4];
        let paying = Session {
            order: number.to_string().parse().unwrap(),
            state: SessionState::Confirmed,
            payer: [
                ("first_name".to_owned(), first.to_owned()),
                ("last_name".to_owned(), last.to_owned()),
                ("email".to_owned(), format!("P{number}@Example.com")),
            ]
            .into(),
            ..session(number)
        };
        let created = event(EventKind::SessionCreated, &paying);
        store.add_session(&paying, &created).await.unwrap();
        let now = noon() + SignedDuration::from_secs(i64::from(number / 2));
        let mut claim: Claim = claim(&paying, "a", number);
        claim.now = now;
        let fresh = crate::rows::claimed(store, &claim).await;
        if number % 3 == 0 {
            let paid = settlement(&fresh, Outcome::Captured);
            let _done = store.settle_attempt(&paid).await.unwrap();
        }
    }
}

fn all(most: u32) -> ListPayments {
    ListPayments {
        account: account().account.id,
        state: None,
        recipient: None,
        query: String::new(),
        from: None,
        to: None,
        after: None,
        most,
    }
}

/// The numbers of all payments of a list, page by page.
async fn numbers(store: &Shared, mut list: ListPayments) -> Vec<u32> {
    let mut numbers = Vec::new();
    loop {
        let FoundPayments::Page(Page { rows, more }) = store.list_payments(&list).await.unwrap()
        else {
            panic!("too broad")
        };
        assert!(rows.len() <= list.most as usize);
        for found in &rows {
            assert_eq!(found.session.id, found.payment.session);
            assert_eq!(found.attempts.len(), 1);
            numbers.push(found.payment.reference.as_str()[3..].parse().unwrap());
        }
        if !more {
            return numbers;
        }
        list.after = rows.last().map(|found| found.payment.reference.clone());
    }
}

pub(crate) async fn payments_come_page_by_page_newest_first(store: &Shared) {
    twelve_payments(store).await;
    let newest_first: Vec<u32> = (1..=12).rev().collect();
    for most in [1, 5, 12, 100] {
        assert_eq!(numbers(store, all(most)).await, newest_first, "{most}");
    }
    let mut stranger = all(100);
    stranger.account = "acc_0000000000000009".parse().unwrap();
    assert_eq!(numbers(store, stranger.clone()).await, [0_u32; 0]);
    stranger.after = Some("FWU000000012".parse().unwrap());
    assert_eq!(numbers(store, stranger).await, [0_u32; 0]);
}

pub(crate) async fn payments_are_found_by_what_is_true_of_them(store: &Shared) {
    twelve_payments(store).await;
    let mut list = all(2);
    list.state = Some(PaymentState::Captured);
    assert_eq!(numbers(store, list.clone()).await, [12, 9, 6, 3]);
    list.recipient = Some("FWU".parse().unwrap());
    list.from = Some(noon() + SignedDuration::from_secs(3));
    list.to = Some(noon() + SignedDuration::from_secs(6));
    assert_eq!(numbers(store, list.clone()).await, [9, 6]);
    list.recipient = Some("OTH".parse().unwrap());
    assert_eq!(numbers(store, list).await, [0_u32; 0]);
}

pub(crate) async fn payments_are_found_by_how_words_begin(store: &Shared) {
    twelve_payments(store).await;
    for (query, found) in [
        ("okafor", vec![12, 10, 8, 6, 4, 2]),
        ("  OKAFOR\u{0}-", vec![10, 6, 2]),
        ("am", vec![12, 9, 8, 5, 4, 1]),
        ("жан", vec![10, 6, 2]),
        ("am oka", vec![12, 8, 4]),
        ("王", vec![11, 7, 3]),
        ("p7@example.com", vec![7]),
        ("fwu000000011", vec![11]),
        ("12", vec![12]),
        ("kafor", vec![]),
        ("%", vec![]),
    ] {
        let mut list = all(2);
        list.query = query.to_owned();
        assert_eq!(numbers(store, list).await, found, "{query}");
    }
    let mut list = all(2);
    (list.query, list.state) = ("la".to_owned(), Some(PaymentState::Captured));
    assert_eq!(numbers(store, list).await, [9]);
}

pub(crate) async fn a_query_that_says_too_little_is_told_so(store: &Shared) {
    add_account(store).await;
    for number in 1..=60 {
        let paying = Session {
            order: "1".parse().unwrap(),
            state: SessionState::Confirmed,
            payer: [("first_name".to_owned(), format!("x{number}"))].into(),
            ..session(number)
        };
        let created = event(EventKind::SessionCreated, &paying);
        store.add_session(&paying, &created).await.unwrap();
        let fresh = crate::rows::claimed(store, &claim(&paying, "a", number)).await;
        let refused = Outcome::Declined(kassa_wire::state::DeclineReason::Declined);
        let refused = settlement(&fresh, refused);
        let _done = store.settle_attempt(&refused).await.unwrap();
    }
    let mut list = all(2);
    list.query = "x".into();
    let broad = store.list_payments(&list).await.unwrap();
    assert_eq!(broad, FoundPayments::TooBroad);
    list.query = "x5".into();
    let narrow: Vec<u32> = numbers(store, list).await;
    assert_eq!(narrow, [59, 58, 57, 56, 55, 54, 53, 52, 51, 50, 5]);
}

pub(crate) async fn events_come_page_by_page_in_the_order_they_happened(store: &Shared) {
    for number in 1..=5 {
        open_session(store, number).await;
    }
    let mut list = ListEvents {
        account: account().account.id,
        after: None,
        now: noon(),
        most: 2,
    };
    let mut sessions = Vec::new();
    while sessions.len() < 5 {
        let page = store.list_events(&list).await.unwrap();
        if let Some(last) = page.rows.last() {
            list.after = Some(last.id.clone());
        } else {
            // Another test's transaction that is older than ours holds them back for a moment.
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        sessions.extend(page.rows.into_iter().map(|event| event.session));
    }
    let expected: Vec<_> = (1..=5).map(|number| session(number).id).collect();
    assert_eq!(sessions, expected);
    assert_eq!(store.list_events(&list).await.unwrap().rows, []);
    list.after = None;
    list.account = "acc_0000000000000009".parse().unwrap();
    assert_eq!(store.list_events(&list).await.unwrap().rows, []);
}
