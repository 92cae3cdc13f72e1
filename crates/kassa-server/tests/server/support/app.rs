//! The whole server without its network.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response};
use jiff::Timestamp;
use kassa_server::hosted::{self, Hosted, Looks, Template};
use kassa_server::http::{Assets, HttpState, LimitSettings, Limits, Rate, Shutdown, router};
use kassa_server::payments::{Kassa, Mailing, Parts, PaymentSettings};
use kassa_server::store::{Accounts, Payments, SqliteStore, Upkeep};
use kassa_server::words::Words;
use serde_json::Value;
use tempfile::TempDir;
use tower::ServiceExt;

use super::data::{merchant, other_merchant};
use super::outbox::outbox_of;
use super::{API_KEY, Answer, FrozenClock, ScriptedProcessor, SeededDice};

/// How long a test waits for a processor that does not answer.
const CHARGE_TIME_LIMIT: Duration = Duration::from_millis(200);

/// The whole server without its network.
pub(crate) struct TestApp {
    pub(crate) kassa: Kassa,
    pub(crate) store: SqliteStore,
    pub(crate) clock: Arc<FrozenClock>,
    pub(crate) processor: Arc<ScriptedProcessor>,
    pub(crate) shutdown: Shutdown,
    pub(crate) router: Router,
    dice: Arc<SeededDice>,
    folder: Arc<TempDir>,
    leaves_in_flight: AtomicBool,
    leaves_in_outbox: AtomicBool,
}

impl TestApp {
    /// A fresh database with two merchants.
    pub(crate) async fn new() -> Self {
        Self::that_waits(CHARGE_TIME_LIMIT).await
    }

    /// The same, where the operator waits for the processor as long as this.
    pub(crate) async fn that_waits(charge_time_limit: Duration) -> Self {
        let folder = Arc::new(tempfile::tempdir().unwrap());
        let store = SqliteStore::open(&folder.path().join("kassa.db"))
            .await
            .unwrap();
        store.add_account(&merchant()).await.unwrap();
        store.add_account(&other_merchant()).await.unwrap();
        let world = (Arc::default(), Arc::default(), Arc::default());
        Self::start(folder, store, world, charge_time_limit)
    }

    /// The same database, processor and clock in another process: what was under way in this one
    /// is not under way there.
    pub(crate) async fn killed_and_restarted(&self) -> Self {
        self.leave_in_flight();
        self.leave_in_outbox();
        let store = SqliteStore::open(&self.file()).await.unwrap();
        let world = (
            self.clock.clone(),
            self.processor.clone(),
            self.dice.clone(),
        );
        let time_limit = self.kassa.settings.charge_time_limit;
        Self::start(self.folder.clone(), store, world, time_limit)
    }

    fn start(
        folder: Arc<TempDir>,
        store: SqliteStore,
        (clock, processor, dice): (Arc<FrozenClock>, Arc<ScriptedProcessor>, Arc<SeededDice>),
        charge_time_limit: Duration,
    ) -> Self {
        let kassa = Kassa::new(Parts {
            store: Arc::new(store.clone()),
            processor: processor.clone(),
            clock: clock.clone(),
            dice: dice.clone(),
            words: Arc::new(Words::load().unwrap()),
            settings: PaymentSettings {
                public_url: "https://pay.example".to_owned(),
                charge_time_limit,
                mailing: Mailing::Sent,
            },
        });
        let shutdown = Shutdown::default();
        let router = all_addresses(&kassa, &shutdown, (Vec::new(), unlimited()));
        let (leaves_in_flight, leaves_in_outbox) = (AtomicBool::new(false), AtomicBool::new(false));
        Self {
            kassa,
            store,
            clock,
            processor,
            shutdown,
            router,
            dice,
            folder,
            leaves_in_flight,
            leaves_in_outbox,
        }
    }

    /// The same server with other rooms beside its own.
    pub(crate) fn router_with(&self, guests: Vec<Router>) -> Router {
        all_addresses(&self.kassa, &self.shutdown, (guests, unlimited()))
    }

    /// The same server where so much is taken from one address and one key.
    pub(crate) fn limit(&mut self, limits: LimitSettings) {
        self.router = all_addresses(&self.kassa, &self.shutdown, (Vec::new(), limits));
    }

    /// The database.
    pub(crate) fn file(&self) -> PathBuf {
        self.folder.path().join("kassa.db")
    }

    /// A payment without an outcome is what this test is about.
    pub(crate) fn leave_in_flight(&self) {
        self.leaves_in_flight.store(true, Ordering::SeqCst);
    }

    /// Webhooks that are not delivered are what this test is about.
    pub(crate) fn leave_in_outbox(&self) {
        self.leaves_in_outbox.store(true, Ordering::SeqCst);
    }

    /// Sends a request as it is.
    pub(crate) async fn raw(&self, request: Request<Body>) -> Response<Body> {
        self.router.clone().oneshot(request).await.unwrap()
    }

    /// The same, to be run beside the test.
    pub(crate) fn router_call(
        &self,
        request: Request<Body>,
    ) -> impl Future<Output = Response<Body>> + use<> {
        let router = self.router.clone();
        async move { router.oneshot(request).await.unwrap() }
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        Answer::read(self.raw(request).await).await
    }

    /// The payer's browser reads.
    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).unwrap())
            .await
    }

    /// The merchant's server reads.
    pub(crate) async fn merchant_get(&self, path: &str) -> Answer {
        self.get_with_key(path, API_KEY).await
    }

    /// A merchant's server reads.
    pub(crate) async fn get_with_key(&self, path: &str, key: &str) -> Answer {
        let request = Request::get(path).header("authorization", format!("Bearer {key}"));
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// The merchant's server asks for a session.
    pub(crate) async fn post_session(&self, body: &Value) -> Answer {
        let request = Request::post("/api/sessions")
            .header("authorization", format!("Bearer {API_KEY}"))
            .header("content-type", "application/json");
        self.send(request.body(Body::from(body.to_string())).unwrap())
            .await
    }
}

/// What a test sends in a frozen second is more than anybody may in a minute.
fn unlimited() -> LimitSettings {
    LimitSettings {
        payer: Rate::NONE,
        merchant: Rate::NONE,
        trusted_proxies: Vec::new(),
    }
}

fn all_addresses(
    kassa: &Kassa,
    shutdown: &Shutdown,
    (mut guests, limits): (Vec<Router>, LimitSettings),
) -> Router {
    let template = Template::parse(include_str!("../../../../../index.html")).unwrap();
    guests.push(hosted::routes(Hosted {
        kassa: kassa.clone(),
        template: Arc::new(template),
        looks: Looks::default(),
    }));
    let state = HttpState {
        kassa: kassa.clone(),
        assets: Arc::new(Assets::default()),
        limits: Arc::new(Limits::new(limits, &kassa.clock)),
        webhooks: outbox_of(kassa),
        shutdown: shutdown.clone(),
    };
    router(state, guests)
}

impl Drop for TestApp {
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        let file = self.file();
        let left = std::thread::spawn(move || left_behind(&file));
        let (attempts, webhooks) = left.join().unwrap();
        assert!(
            attempts.is_empty() || self.leaves_in_flight.load(Ordering::SeqCst),
            "payments without an outcome were left behind: {attempts:?}"
        );
        assert!(
            webhooks == 0 || self.leaves_in_outbox.load(Ordering::SeqCst),
            "{webhooks} webhooks were left in the outbox"
        );
    }
}

/// Attempts without an outcome, and how many webhooks wait. Read by a runtime of its own: the
/// test's cannot be waited for while it drops things.
fn left_behind(file: &std::path::Path) -> (Vec<kassa_server::domain::AttemptId>, u64) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let store = SqliteStore::open(file).await.unwrap();
        let attempts = store.attempts_in_flight(Timestamp::MAX).await.unwrap();
        (attempts, store.outbox().await.unwrap().pending)
    })
}
