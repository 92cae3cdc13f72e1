//! One charge among many. Against a list as Stripe documents it
//! (<https://docs.stripe.com/api/pagination>): the newest first, in pages of at most a hundred.
//! localstripe's own list begins with the oldest.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::extract::State;
use axum::http::Uri;
use axum::{Json, Router};
use jiff::{SignedDuration, Timestamp};
use kassa_server::clock::{Clock, SystemClock};
use kassa_server::domain::{AttemptId, Outcome};
use kassa_server::processor::stripe::{Captures, Stripe, StripeSettings};
use kassa_server::processor::{Answer, Charged, Processor, ProcessorError};
use serde_json::{Value, json};

/// An account with so many charges, one a second, of which the last was made just now.
#[derive(Clone)]
struct Account {
    charges: usize,
    now: Timestamp,
    asked: Arc<AtomicUsize>,
}

impl Account {
    /// Listens, and a processor that asks it.
    async fn with(charges: usize) -> (Self, Stripe) {
        let account = Self {
            charges,
            now: SystemClock.now(),
            asked: Arc::default(),
        };
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let router = Router::new().fallback(page).with_state(account.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        let settings = StripeSettings {
            base_url: url.parse().unwrap(),
            secret_key: "sk_test_kassa".parse().unwrap(),
            publishable_key: "pk_test_kassa".to_owned(),
            webhook_secret: "whsec_test".parse().unwrap(),
            captures: Captures::One,
            time_limit: Duration::from_secs(5),
        };
        let stripe = Stripe::new(settings, Arc::new(SystemClock)).unwrap();
        (account, stripe)
    }

    /// The charge that was made so many seconds ago.
    fn charge(&self, age: usize) -> Value {
        let age_in_seconds = i64::try_from(age).unwrap();
        json!({
            "id": format!("pi_{age}"),
            "status": "succeeded",
            "created": self.now.as_second() - age_in_seconds,
            "metadata": { "kassa_attempt": format!("att_{age}") },
        })
    }

    fn pages(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }
}

async fn page(State(account): State<Account>, uri: Uri) -> Json<Value> {
    account.asked.fetch_add(1, Ordering::SeqCst);
    let query = form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes());
    let query: BTreeMap<_, _> = query.into_owned().collect();
    let limit = query["limit"].parse::<usize>().unwrap().min(100);
    let from = query.get("starting_after").map_or(0, |id| {
        let age = id.strip_prefix("pi_").unwrap();
        age.parse::<usize>().unwrap() + 1
    });
    let to = account.charges.min(from + limit);
    let data: Vec<Value> = (from..to).map(|age| account.charge(age)).collect();
    Json(json!({ "object": "list", "data": data, "has_more": to < account.charges }))
}

/// Looks for an attempt that was sent first so many seconds ago.
async fn looked_up(
    (account, stripe): &(Account, Stripe),
    attempt: &str,
    age: i64,
) -> Result<Option<Answer>, ProcessorError> {
    let charged = Charged {
        processor: stripe.name(),
        attempt: AttemptId(attempt.to_owned()),
        reference: None,
        since: account.now - SignedDuration::from_secs(age),
    };
    stripe.look_up(&charged).await
}

#[tokio::test]
async fn a_charge_with_many_after_it_is_found_on_a_later_page() {
    let account = Account::with(1_000).await;
    let found = looked_up(&account, "att_230", 230).await.unwrap().unwrap();
    assert_eq!(found.outcome, Outcome::Captured);
    assert_eq!(found.reference.unwrap().0, "pi_230");
    assert_eq!(account.0.pages(), 3);
}

#[tokio::test]
async fn a_charge_is_looked_for_no_further_back_than_it_was_sent() {
    let account = Account::with(1_000).await;
    assert_eq!(looked_up(&account, "att_none", 150).await, Ok(None));
    // 150 seconds and five minutes between the clocks.
    assert_eq!(account.0.pages(), 5);
    let small = Account::with(150).await;
    assert_eq!(looked_up(&small, "att_none", 10_000).await, Ok(None));
    assert_eq!(small.0.pages(), 2);
}

#[tokio::test]
async fn a_charge_among_too_many_is_not_called_unheard_of() {
    let account = Account::with(2_100).await;
    let found = looked_up(&account, "att_2050", 2_050).await;
    assert_eq!(found, Err(ProcessorError::Unknown));
}
