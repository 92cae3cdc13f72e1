//! A server whose store is about to be lost, and whoever asks it.

use std::fmt;
use std::path::Path;
use std::time::Duration;

use reqwest::{Client as Http, Method, RequestBuilder, StatusCode};
use serde_json::{Value, json};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Connection};
use tokio::time::{sleep, timeout};

use crate::client::Client;
use crate::program::{Place, Server};

/// The card that is charged at once.
pub(super) const CARD: &str = "4242424242424242";

/// How long a payer waits for the news that there is trouble: for those before, and for the store.
const PATIENCE: Duration = Duration::from_secs(13);

/// A server, and whoever asks it.
#[derive(Clone)]
pub(super) struct Shop {
    pub(super) client: Client,
    http: Http,
    url: String,
}

/// What was answered.
pub(super) struct Told {
    pub(super) status: StatusCode,
    kind: String,
    retry_after: String,
    pub(super) text: String,
}

impl Shop {
    /// Makes the demonstration's account on this store, and serves it.
    pub(super) fn open(place: &Place, store: &[&str]) -> (Server, Self) {
        let key = place.demo_key(store);
        let flags = [
            "--sandbox-ledger",
            "--round-every=0.3",
            "--payer-rate=0",
            "--charge-time-limit=6",
        ];
        let server = place.serve(&[&flags, store].concat());
        let address = server.address();
        let shop = Self {
            client: Client::of(&address, &key),
            http: Http::new(),
            url: format!("http://{address}"),
        };
        (server, shop)
    }

    pub(super) fn ask(&self, method: Method, path: &str) -> RequestBuilder {
        self.http.request(method, format!("{}{path}", self.url))
    }

    pub(super) async fn get(&self, path: &str) -> Told {
        told(self.ask(Method::GET, path)).await
    }

    /// A session that the payer has confirmed.
    pub(super) async fn confirmed(&self, order: &str) -> String {
        let session = self.client.open(order).await;
        self.client.confirm(&session).await;
        session
    }

    /// A card changed into a token.
    pub(super) async fn token(&self, card: &str) -> String {
        let card = json!({
            "number": card, "expiry_month": 12, "expiry_year": 2039,
            "security_code": "123", "holder": "Amina Diallo",
        });
        let asked = self.ask(Method::POST, "/sandbox/tokens").json(&card);
        let made: Value = serde_json::from_str(&told(asked).await.text).unwrap();
        made["token"].as_str().unwrap().to_owned()
    }

    /// One press of **Pay**; the same one each time that it is the same token.
    pub(super) async fn pay(&self, session: &str, token: &str) -> Told {
        let path = format!("/api/checkout/{session}/payment");
        let body = json!({ "method": "card", "token": token });
        let asked = self.ask(Method::POST, &path).json(&body);
        told(asked.header("idempotency-key", "0123456789abcdef")).await
    }

    /// The payer presses **Pay** without scripts; the page that is answered.
    pub(super) async fn pay_by_form(&self, session: &str) -> Told {
        let form = "intent=pay&method=bank_transfer&attempt_key=fedcba9876543210";
        let asked = self.ask(Method::POST, &format!("/v1/view/{session}/"));
        let asked = asked.header("content-type", "application/x-www-form-urlencoded");
        told(asked.body(form)).await
    }

    /// The merchant asks for another session.
    pub(super) async fn another(&self, order: &str) -> (u16, Value) {
        let body = json!({ "recipient": "FWU", "order": order });
        let sessions = "/api/sessions";
        self.client.merchant(Method::POST, sessions, &body).await
    }

    pub(super) async fn state(&self, session: &str) -> String {
        let view = self.client.read(&format!("/api/checkout/{session}")).await;
        view["state"].as_str().unwrap().to_owned()
    }

    /// Waits until this is so.
    pub(super) async fn until(&self, what: &str, so: impl AsyncFn(&Self) -> bool) {
        for _ in 0..600 {
            if so(self).await {
                return;
            }
            sleep(Duration::from_millis(50)).await;
        }
        panic!("waited in vain until {what}");
    }

    /// A payer presses **Pay** while the processor stands still, and the store is lost before it
    /// goes on: the money is taken, and the outcome finds nobody to keep it.
    pub(super) async fn charged_without_a_store(
        &self,
        session: &str,
        ledger: &Path,
        lose: impl AsyncFnOnce(),
    ) -> Told {
        let token = self.token(CARD).await;
        let processor = hold(ledger).await;
        let (payer, paying) = (self.clone(), session.to_owned());
        let press = tokio::spawn(async move { payer.pay(&paying, &token).await });
        let begun = async |shop: &Self| shop.state(session).await == "paying";
        self.until("the payment has begun", begun).await;
        lose().await;
        processor.close().await.unwrap();
        let told = press.await.unwrap();
        assert_eq!(self.client.ledger().await.len(), 1, "it was charged");
        told
    }

    /// Waits until the server is ready, which is when its store is back.
    pub(super) async fn until_ready(&self) {
        let ready = async |shop: &Self| shop.get("/readyz").await.status == 200;
        self.until("the server is ready", ready).await;
    }

    /// Waits until the session is paid, and sees to it that it was charged once.
    pub(super) async fn until_paid_once(&self, session: &str) {
        let paid = async |shop: &Self| shop.state(session).await == "complete";
        self.until("the session is complete", paid).await;
        let ledger = self.client.ledger().await;
        assert_eq!(ledger.len(), 1, "{ledger:?}");
        let payments = self.client.read("/api/payments").await;
        assert_eq!(payments["data"].as_array().unwrap().len(), 1, "{payments}");
        assert_eq!(payments["data"][0]["attempts"].as_array().unwrap().len(), 1);
    }
}

/// A page is long: its beginning tells enough.
impl fmt::Debug for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text: String = self.text.chars().take(300).collect();
        let Self { status, kind, .. } = self;
        write!(f, "{status} {kind} {:?} {text}", self.retry_after)
    }
}

impl Told {
    /// The money may have been taken: it is not called paid, and not refused either.
    #[track_caller]
    pub(super) fn is_under_way(&self) {
        assert_eq!(self.status, 200, "{self:?}");
        assert!(self.text.contains(r#""state":"paying""#), "{self:?}");
    }

    /// Whoever asked is told to come again, in the API's words.
    #[track_caller]
    pub(super) fn is_unavailable(&self) {
        assert_eq!(self.status, 503, "{self:?}");
        assert_eq!(self.kind, "application/problem+json", "{self:?}");
        let problem: Value = serde_json::from_str(&self.text).unwrap();
        assert_eq!(problem["code"], "unavailable", "{self:?}");
        assert_eq!(self.retry_after, "1", "{self:?}");
    }

    /// Whoever asked is told to come again, on a page.
    #[track_caller]
    pub(super) fn is_the_page_of_trouble(&self) {
        assert_eq!(self.status, 503, "{self:?}");
        assert!(self.kind.starts_with("text/html"), "{self:?}");
        assert!(
            self.text.contains("This is not working right now"),
            "{self:?}"
        );
        assert_eq!(self.retry_after, "2", "{self:?}");
    }
}

/// Holds a SQLite file until it is closed.
pub(super) async fn hold(file: &Path) -> SqliteConnection {
    let options = SqliteConnectOptions::new().filename(file);
    let mut connection = options.connect().await.unwrap();
    let begin = sqlx::query("BEGIN EXCLUSIVE");
    begin.execute(&mut connection).await.unwrap();
    connection
}

pub(super) async fn told(request: RequestBuilder) -> Told {
    let answer = timeout(PATIENCE, request.send()).await;
    let answer = answer.unwrap().unwrap();
    let header = |name: &str| {
        let value = answer.headers().get(name);
        value.map_or_else(String::new, |value| value.to_str().unwrap().to_owned())
    };
    Told {
        status: answer.status(),
        kind: header("content-type"),
        retry_after: header("retry-after"),
        text: answer.text().await.unwrap(),
    }
}
