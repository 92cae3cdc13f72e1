//! A server to ask for pages.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response, StatusCode};
use jiff::SignedDuration;
use kassa_wire::payer::PayerValues;
use kassa_wire::{AccountId, SessionId};
use tower::ServiceExt;

use crate::clock::{Clock, Dice, SystemClock, SystemDice};
use crate::demo_data::demo_data;
use crate::domain::{
    Account, ApiKey, ApiKeyId, Brand, CaptureMode, Locks, PaymentCreation, SessionDetails,
};
use crate::hosted::{Hosted, Looks, Template, routes};
use crate::http::{Assets, HttpState, LimitSettings, Limits, Shutdown, hash_api_key, router};
use crate::payments::{Kassa, Mailing, OpenSession, Parts, PaymentSettings, open_session};
use crate::processor::sandbox::{self, Desk, Sandbox, SandboxSettings};
use crate::store::{Accounts, NewAccount, NewApiKey, SqliteStore};
use crate::webhooks::{Outbox, OutboxLimits, Reach, Sender, SenderSettings};
use crate::words::Words;

/// What everybody who may frame these pages is called.
pub(super) const SHOP: &str = "https://shop.example";

pub(super) struct Bench {
    pub(super) kassa: Kassa,
    router: Router,
    account: Account,
    _folder: tempfile::TempDir,
}

pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) location: String,
    pub(super) policy: String,
    pub(super) text: String,
}

impl Bench {
    pub(super) async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(&folder.path().join("kassa.db"))
            .await
            .unwrap();
        let account = add_demo_account(&store).await;
        let settings = SandboxSettings {
            file: folder.path().join("kassa.db.sandbox"),
            transfer_delay: SignedDuration::from_hours(1),
            desk: Desk::Open,
        };
        let opened = Sandbox::open(settings, Arc::new(SystemClock), Arc::new(SystemDice)).await;
        let (sandbox, _notices) = opened.unwrap();
        let kassa = Kassa::new(Parts {
            store: Arc::new(store),
            processor: Arc::new(sandbox.clone()),
            clock: Arc::new(SystemClock),
            dice: Arc::new(SystemDice),
            words: Arc::new(Words::load().unwrap()),
            settings: PaymentSettings {
                public_url: "https://pay.example".to_owned(),
                charge_time_limit: Duration::from_secs(5),
                mailing: Mailing::Kept,
            },
        });
        let router = all_addresses(&kassa, sandbox);
        Self {
            kassa,
            router,
            account,
            _folder: folder,
        }
    }

    /// A session of the Spanish university, for a payer of whom this is known; its address.
    pub(super) async fn session(&self, payer: &PayerValues) -> String {
        self.session_in("FWU", "2026-04417", payer).await
    }

    pub(super) async fn session_in(&self, to: &str, order: &str, payer: &PayerValues) -> String {
        let request = OpenSession {
            recipient: to.parse().unwrap(),
            order: order.parse().unwrap(),
            country: None,
            amount: None,
            details: SessionDetails::default(),
            capture: CaptureMode::Automatic,
            payment_creation: PaymentCreation::Automatic,
            payer: payer.clone(),
            locks: Locks::default(),
            expires_at: None,
        };
        let session = open_session(&self.kassa, &self.account, request)
            .await
            .unwrap();
        format!("/v1/view/{}/", session.id.as_str())
    }

    /// A session whose payer has confirmed; its address.
    pub(super) async fn confirmed(&self) -> String {
        let page = self.session(&complete()).await;
        let answer = self.post(&page, &form("confirm", "1", &complete())).await;
        assert_eq!(answer.status, 303, "{}", answer.text);
        page
    }

    /// How many charges the processor took up.
    pub(super) async fn charges(&self) -> usize {
        let ledger = self.get("/sandbox/ledger").await.text;
        serde_json::from_str::<Vec<serde_json::Value>>(&ledger)
            .unwrap()
            .len()
    }

    pub(super) async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).unwrap())
            .await
    }

    pub(super) async fn post(&self, path: &str, body: &str) -> Answer {
        let kind = "application/x-www-form-urlencoded";
        let request = Request::post(path).header("content-type", kind);
        self.send(request.body(Body::from(body.to_owned())).unwrap())
            .await
    }

    pub(super) async fn send(&self, request: Request<Body>) -> Answer {
        read(self.router.clone().oneshot(request).await.unwrap()).await
    }
}

async fn read(response: Response<Body>) -> Answer {
    let (parts, body) = response.into_parts();
    let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    let header = |name: &str| {
        parts
            .headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
            .to_owned()
    };
    Answer {
        status: parts.status,
        location: header("location"),
        policy: header("content-security-policy"),
        text: String::from_utf8(bytes.to_vec()).unwrap(),
    }
}

async fn add_demo_account(store: &SqliteStore) -> Account {
    let id: AccountId = format!("acc_{}", SystemDice.letters(16)).parse().unwrap();
    let now = SystemClock.now();
    let data = demo_data(&id, now).unwrap();
    let key_id = ApiKeyId("key_0000000000000001".to_owned());
    let key = NewApiKey {
        key: ApiKey::of_administrator(key_id, id.clone(), "sk_test", now),
        hash: hash_api_key("sk_test"),
    };
    let account = Account {
        id,
        name: "Demo".into(),
        origins: vec![SHOP.parse().unwrap()],
        brand: Brand::default(),
    };
    let new = NewAccount {
        account: account.clone(),
        key,
        recipients: data.recipients,
        orders: data.orders,
    };
    store.add_account(&new).await.unwrap();
    account
}

fn all_addresses(kassa: &Kassa, sandbox: Sandbox) -> Router {
    let template = Template::parse(include_str!("../../../../../index.html")).unwrap();
    let pages = routes(Hosted {
        kassa: kassa.clone(),
        template: Arc::new(template),
        looks: Looks::default(),
    });
    let assets = Arc::new(Assets::default());
    let limits = Limits::new(LimitSettings::default(), &kassa.clock);
    let state = HttpState {
        limits: Arc::new(limits),
        kassa: kassa.clone(),
        assets,
        webhooks: Outbox::new(
            kassa.clone(),
            Sender::new(SenderSettings::new(Reach::Public)).unwrap(),
            OutboxLimits::default(),
        ),
        shutdown: Shutdown::default(),
    };
    router(state, vec![pages, sandbox::routes(sandbox)])
}

/// A payer whose information is complete.
pub(super) fn complete() -> PayerValues {
    [
        ("first_name", "Amina"),
        ("last_name", "Haddad"),
        ("email", "amina@example.com"),
        ("country", "MA"),
        ("address", "12 Rue des Orangers"),
        ("city", "Rabat"),
        ("fields.student_id", "V-20260417"),
        ("fields.term", "Autumn 2026"),
    ]
    .into_iter()
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .collect()
}

/// A form as a browser sends it.
pub(super) fn form(intent: &str, version: &str, payer: &PayerValues) -> String {
    let mut body = form_urlencoded::Serializer::new(String::new());
    body.extend_pairs(payer)
        .append_pair("version", version)
        .append_pair("intent", intent);
    body.finish()
}

pub(super) fn id_of(page: &str) -> SessionId {
    page.split('/').nth(3).unwrap().parse().unwrap()
}

/// The page's data, as the program reads it.
pub(super) fn data_of(page: &str) -> serde_json::Value {
    let (_, rest) = page.split_once("id=\"kassa-page\">").unwrap();
    let (data, _) = rest.split_once("</script>").unwrap();
    serde_json::from_str(data).unwrap()
}
