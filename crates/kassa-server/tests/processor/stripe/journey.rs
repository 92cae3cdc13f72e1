//! A whole payment through the server's router, with Stripe behind it.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, request::Builder};
use kassa_server::clock::{Clock, SystemClock, SystemDice};
use kassa_server::demo_data::demo_data;
use kassa_server::domain::{Account, ApiKey, ApiKeyId, Brand, OperationState};
use kassa_server::hosted::{self, Hosted, Looks, Template};
use kassa_server::http::{
    Assets, HttpState, LimitSettings, Limits, Rate, Shutdown, hash_api_key, router,
};
use kassa_server::payments::{Kassa, Mailing, Operate, Parts, PaymentSettings, Wanted, operate};
use kassa_server::store::{Accounts, NewAccount, NewApiKey, SqliteStore};
use kassa_server::webhooks::{Outbox, OutboxLimits, Reach, Sender, SenderSettings};
use kassa_server::words::Words;
use kassa_wire::AccountId;
use serde_json::{Value, json};
use tower::ServiceExt;

use super::StripeBench;
use super::bench::CHALLENGED;
use super::browser::{Browser, Decision};
use crate::bench::Bench;

const API_KEY: &str = "sk_0123456789abcdefghijklmnopqrstuv";

/// The server with Stripe.
struct Server {
    kassa: Kassa,
    router: Router,
    account: AccountId,
    _folder: tempfile::TempDir,
}

impl Server {
    async fn start(bench: &StripeBench) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(&folder.path().join("kassa.db"))
            .await
            .unwrap();
        let account: AccountId = "acc_0000000000000001".parse().unwrap();
        store.add_account(&merchant(&account)).await.unwrap();
        let kassa = Kassa::new(Parts {
            store: Arc::new(store),
            processor: Arc::new(bench.stripe.clone()),
            clock: Arc::new(SystemClock),
            dice: Arc::new(SystemDice),
            words: Arc::new(Words::load().unwrap()),
            settings: PaymentSettings {
                public_url: "https://pay.example".to_owned(),
                charge_time_limit: Duration::from_secs(10),
                mailing: Mailing::Kept,
            },
        });
        Self {
            router: all_addresses(&kassa),
            kassa,
            account,
            _folder: folder,
        }
    }

    async fn send(&self, request: Builder, body: &Value) -> (HeaderMap, String) {
        let request = request
            .header("authorization", format!("Bearer {API_KEY}"))
            .header("content-type", "application/json");
        let body = if body.is_null() {
            Body::empty()
        } else {
            Body::from(body.to_string())
        };
        let request = request.body(body).unwrap();
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = answer.into_parts();
        let body = axum::body::to_bytes(body, 1 << 20).await.unwrap();
        let text = String::from_utf8(body.to_vec()).unwrap();
        assert!(parts.status.is_success(), "{text}");
        (parts.headers, text)
    }

    async fn json(&self, request: Builder, body: &Value) -> Value {
        serde_json::from_str(&self.send(request, body).await.1).unwrap()
    }
}

fn merchant(id: &AccountId) -> NewAccount {
    let now = SystemClock.now();
    let data = demo_data(id, now).unwrap();
    let key_id = ApiKeyId("key_0000000000000001".to_owned());
    NewAccount {
        account: Account {
            id: id.clone(),
            name: "Shop".to_owned(),
            origins: Vec::new(),
            brand: Brand::default(),
        },
        key: NewApiKey {
            key: ApiKey::of_administrator(key_id, id.clone(), API_KEY, now),
            hash: hash_api_key(API_KEY),
        },
        recipients: data.recipients,
        orders: data.orders,
    }
}

fn all_addresses(kassa: &Kassa) -> Router {
    let limits = LimitSettings {
        payer: Rate::NONE,
        merchant: Rate::NONE,
        trusted_proxies: Vec::new(),
    };
    let sender = Sender::new(SenderSettings::new(Reach::Public)).unwrap();
    let state = HttpState {
        kassa: kassa.clone(),
        assets: Arc::new(Assets::default()),
        limits: Arc::new(Limits::new(limits, &kassa.clock)),
        webhooks: Outbox::new(kassa.clone(), sender, OutboxLimits::default()),
        shutdown: Shutdown::default(),
    };
    let template = Template::parse(include_str!("../../../../../index.html")).unwrap();
    let pages = hosted::routes(Hosted {
        kassa: kassa.clone(),
        template: Arc::new(template),
        looks: Looks::default(),
    });
    router(state, vec![pages])
}

fn payer() -> Value {
    json!({
        "first_name": "Amina", "last_name": "Okafor", "email": "amina@example.com",
        "country": "NG", "address": "12 Allen Avenue", "city": "Lagos",
        "fields.student_id": "V-1", "fields.term": "Autumn 2026"
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_payer_confirms_at_their_bank_and_the_merchant_returns_a_part() {
    let bench = StripeBench::open().await;
    let server = Server::start(&bench).await;
    let session = json!({ "recipient": "FWU", "order": "2026-04417", "payer": payer() });
    let session = server.json(Request::post("/api/sessions"), &session).await;
    let id = session["id"].as_str().unwrap();
    let address = format!("/api/checkout/{id}");
    let confirm = Request::put(format!("{address}/payer")).header("if-match", "\"1\"");
    let view = server.json(confirm, &json!({ "payer": payer() })).await;

    let (headers, _) = server
        .send(Request::get(format!("/v1/view/{id}/")), &Value::Null)
        .await;
    let policy = headers["content-security-policy"].to_str().unwrap();
    let asked = format!("connect-src 'self' {};", bench.front.url);
    assert!(policy.contains(&asked), "{policy}");

    let card = &view["methods"][0];
    let (tokenizer, key) = (
        card["tokenizer"].as_str().unwrap(),
        card["tokenizer_key"].as_str(),
    );
    let token = Browser::token(tokenizer, key.unwrap(), CHALLENGED).await;
    let pay = Request::post(format!("{address}/payment")).header("idempotency-key", "k".repeat(16));
    let view = server
        .json(pay, &json!({ "method": "card", "token": token }))
        .await;
    assert_eq!(view["payment"]["state"], "requires_action", "{view}");
    let page = view["payment"]["action"]["url"].as_str().unwrap();
    Browser::decides(&bench.front, page, Decision::Passes).await;

    // Stripe brings the payer back to the session's page, which asks what came of it.
    server
        .send(Request::get(format!("/v1/view/{id}/")), &Value::Null)
        .await;
    let view = server.json(Request::get(&address), &Value::Null).await;
    assert_eq!(view["state"], "complete", "{view}");
    assert_eq!(view["payment"]["state"], "captured");

    let reference = view["payment"]["reference"].as_str().unwrap();
    refund(&server, reference).await;
    let payment = Request::get(format!("/api/payments/{reference}"));
    let payment = server.json(payment, &Value::Null).await;
    assert_eq!(payment["state"], "partially_refunded", "{payment}");
    let counts = server.kassa.store.count_payments().await.unwrap();
    assert_eq!(counts[0].processor, "stripe");
}

async fn refund(server: &Server, reference: &str) {
    let request = Operate {
        account: server.account.clone(),
        payment: reference.parse().unwrap(),
        wanted: Wanted::Refund {
            amount: Some(crate::bench::euros(1_000)),
            reason: None,
        },
    };
    let done = operate(&server.kassa, request).await.unwrap();
    assert_eq!(done.operation.state, OperationState::Finished);
}
