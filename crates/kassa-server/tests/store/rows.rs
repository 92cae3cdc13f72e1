//! Rows to write.

use std::sync::atomic::{AtomicU64, Ordering};

use jiff::{SignedDuration, Timestamp};
use kassa_server::domain::{
    Account, ApiKey, ApiKeyId, Attempt, AttemptId, AttemptState, Brand, CaptureMode, CardTokenText,
    Chosen, Event, EventId, EventKind, Extras, Locks, Logo, Order, Outcome, PaymentCreation,
    PaymentEvent, ProcessorName, Recipient, Session, SessionDetails, SessionState, Settled,
};
use kassa_server::store::{
    Claim, Claimed, Fingerprint, InFlight, KeyHash, NewAccount, NewApiKey, SettleAttempt,
};
use kassa_wire::merchant::{CustomField, CustomKind, Discount, OrderLine, ShippingOption};
use kassa_wire::page::Theme;
use kassa_wire::payer::PayerValues;
use kassa_wire::state::MethodKind;
use kassa_wire::{AccountId, Money};

use serde_json::json;

use crate::Shared;

/// Never the same twice.
fn next() -> u64 {
    static LAST: AtomicU64 = AtomicU64::new(0);
    LAST.fetch_add(1, Ordering::SeqCst)
}

pub(crate) fn noon() -> Timestamp {
    "2026-11-20T12:00:00.123456Z".parse().unwrap()
}

fn account_id() -> AccountId {
    "acc_0000000000000001".parse().unwrap()
}

pub(crate) fn account() -> NewAccount {
    let id = account_id();
    let field = CustomField {
        id: "student_id".to_owned(),
        label: "學號\u{0}<b>".to_owned(),
        required: true,
        kind: CustomKind::Choice,
        options: vec!["A".to_owned()],
        pattern: Some("\u{5b78}|\\d+".to_owned()),
        example: Some("12".to_owned()),
    };
    let recipient = Recipient {
        id: "FWU".parse().unwrap(),
        account: id.clone(),
        name: "Universidad \u{202e}x".to_owned(),
        country: "ES".parse().unwrap(),
        currency: "EUR".parse().unwrap(),
        fields: vec![field],
    };
    let key_id = ApiKeyId("key_0000000000000001".to_owned());
    let key = ApiKey::of_administrator(key_id, id.clone(), "sk_0123456789", noon());
    let origins = vec!["https://shop.example".parse().unwrap()];
    NewAccount {
        account: Account {
            id,
            name: "Shop 👩🏽‍🎓".to_owned(),
            origins,
            brand: brand(),
        },
        key: NewApiKey {
            key,
            hash: KeyHash([7; 32]),
        },
        recipients: vec![recipient],
        orders: (1..=20).map(|number| order(&number.to_string())).collect(),
    }
}

/// A brand that says all that one can.
fn brand() -> Brand {
    Brand {
        accent: "#ffff66".parse().ok(),
        radius: "24".parse().ok(),
        mode: Some(Theme::Dark),
        logo: Some(logo().name().clone()),
    }
}

/// A picture with bytes that are no text.
pub(crate) fn logo() -> Logo {
    Logo::of(b"\x89PNG\r\n\x1a\n\x00\xff".to_vec()).unwrap()
}

/// An order that costs as much as can be.
pub(crate) fn order(number: &str) -> Order {
    let line = OrderLine {
        label: "L".to_owned(),
        detail: Some("D".to_owned()),
        amount: i64::MAX,
    };
    Order {
        account: account_id(),
        number: number.parse().unwrap(),
        country: "ES".parse().unwrap(),
        amount: Money {
            amount: i64::MAX,
            currency: "EUR".parse().unwrap(),
        },
        description: Some("';--".to_owned()),
        lines: vec![line],
        extras: extras(),
        paid_at: None,
    }
}

/// The account, once.
fn extras() -> Extras {
    Extras {
        shipping_options: vec![ShippingOption {
            id: "droni\u{0}".to_owned(),
            label: "<b>".to_owned(),
            detail: None,
            group: Some("G".to_owned()),
            amount: 0,
        }],
        discounts: vec![Discount {
            code: "СКИДКА".to_owned(),
            label: "L".to_owned(),
            amount: None,
            percent: Some(100),
        }],
    }
}

pub(crate) async fn add_account(store: &Shared) {
    let known = store.account_by_key(&KeyHash([7; 32])).await.unwrap();
    if known.is_none() {
        store.add_account(&account()).await.unwrap();
    }
}

pub(crate) fn event(kind: EventKind, session: &Session) -> Event {
    Event {
        id: EventId(format!("evt_{:0>16}", next())),
        kind,
        account: session.account.clone(),
        session: session.id.clone(),
        payment: None,
        attempt: None,
        operation: None,
        data: json!({ "told": true }),
        at: noon(),
    }
}

/// An open session for the first order.
pub(crate) fn session(number: u32) -> Session {
    Session {
        id: format!("cs_{number:0>24}").parse().unwrap(),
        account: account_id(),
        recipient: "FWU".parse().unwrap(),
        order: "1".parse().unwrap(),
        amount: Money {
            amount: i64::MAX,
            currency: "EUR".parse().unwrap(),
        },
        details: SessionDetails {
            customer_id: Some("c".to_owned()),
            description: Some("<script>".to_owned()),
            return_url: Some("https://shop.example/".to_owned()),
            callback_url: Some("https://shop.example/hook".to_owned()),
            locale: Some("es".to_owned()),
            metadata: [("ключ".to_owned(), "\u{0}".to_owned())].into(),
        },
        capture: CaptureMode::Manual,
        payment_creation: PaymentCreation::Merchant,
        chosen: Chosen {
            shipping: Some("droni\u{0}".to_owned()),
            discounts: vec!["СКИДКА".to_owned()],
        },
        locked_at: None,
        link_asked_at: None,
        payer: PayerValues::from([("email".to_owned(), "a@example.com".to_owned())]),
        locks: Locks {
            read_only: vec!["email".to_owned()],
            hidden: vec!["fields.學號".to_owned()],
        },
        version: 1,
        state: SessionState::Open,
        created_at: noon(),
        expires_at: noon() + SignedDuration::from_hours(2),
    }
}

pub(crate) async fn open_session(store: &Shared, number: u32) -> Session {
    add_account(store).await;
    let session = session(number);
    store
        .add_session(&session, &event(EventKind::SessionCreated, &session))
        .await
        .unwrap();
    session
}

pub(crate) async fn confirmed_session(store: &Shared, number: u32) -> Session {
    confirmed_session_for(store, number, "1").await
}

/// A confirmed session for this order.
pub(crate) async fn confirmed_session_for(store: &Shared, number: u32, order: &str) -> Session {
    add_account(store).await;
    let session = Session {
        order: order.parse().unwrap(),
        state: SessionState::Confirmed,
        ..session(number)
    };
    store
        .add_session(&session, &event(EventKind::SessionCreated, &session))
        .await
        .unwrap();
    session
}

/// A claim of this session under this key.
pub(crate) fn claim(session: &Session, key: &str, number: u32) -> Claim {
    let attempt = Attempt {
        id: AttemptId(format!("att_{number:0>16}")),
        payment: format!("FWU{number:0>9}").parse().unwrap(),
        session: session.id.clone(),
        key: key.repeat(16).parse().unwrap(),
        method: MethodKind::Card,
        token: Some(CardTokenText("tok_1".to_owned())),
        processor: ProcessorName("sandbox".to_owned()),
        reference: None,
        state: AttemptState::Started,
        created_at: noon(),
        updated_at: noon(),
    };
    Claim {
        attempt,
        fingerprint: Fingerprint([1; 32]),
        event: EventId(format!("evt_{:0>16}", next())),
        data: |_, _| json!({ "told": true }),
        confirm_url: None,
        now: noon(),
    }
}

pub(crate) async fn claimed(store: &Shared, claim: &Claim) -> InFlight {
    match store.claim_attempt(claim).await.unwrap() {
        Claimed::Fresh(claimed) => *claimed,
        other => panic!("not claimed: {other:?}"),
    }
}

/// What follows from an outcome, as the use case works it out.
pub(crate) fn settlement(before: &InFlight, outcome: Outcome) -> SettleAttempt {
    let now = noon() + SignedDuration::from_secs(1);
    let (id, session) = (&before.attempt.id, before.session.clone());
    let Ok(Settled::Moved(state)) = before.attempt.state.clone().settle(outcome) else {
        panic!("nothing follows");
    };
    let (happened, session) = match &state {
        AttemptState::Captured => (PaymentEvent::Captured, session.complete(id)),
        AttemptState::Authorized => (PaymentEvent::Authorized, session.complete(id)),
        AttemptState::Declined(_) => (PaymentEvent::Declined, session.decline(id)),
        AttemptState::RequiresAction(_) => (PaymentEvent::ActionRequired, session.follow(id)),
        AttemptState::Announced | AttemptState::Started | AttemptState::Processing(_) => {
            (PaymentEvent::Processing, session.follow(id))
        }
    };
    let session = session.unwrap();
    let payment = before.payment.clone().after(happened, now).unwrap();
    let attempt = Attempt {
        state,
        token: None,
        updated_at: now,
        ..before.attempt.clone()
    };
    let events = vec![event(EventKind::PaymentCaptured, &session)];
    SettleAttempt {
        before: before.clone(),
        after: InFlight {
            attempt,
            payment,
            session,
        },
        events,
    }
}
