//! Serving, from the first file that is opened to the last answer.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use jiff::SignedDuration;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::mpsc::UnboundedReceiver;

use super::ServeSettings;
use super::rounds::go_round;
use crate::clock::{SystemClock, SystemDice};
use crate::hosted::{self, Hosted, Template, TemplateError};
use crate::http::{Assets, AssetsError, HttpState, Limits, Shutdown, router};
use crate::payments::{Kassa, Parts, PaymentSettings, follow_notices};
use crate::processor::Notice;
use crate::processor::sandbox::{self, Desk, LedgerError, Sandbox, SandboxSettings, run_worker};
use crate::store::{SqliteStore, StoreError, Upkeep};
use crate::words::{Words, WordsError};

/// Why the server does not serve.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The database cannot be opened.
    #[error("the database cannot be opened")]
    Store(#[from] StoreError),
    /// The sandbox's ledger cannot be opened.
    #[error("the sandbox's ledger cannot be opened")]
    Ledger(#[from] LedgerError),
    /// A built file cannot be read.
    #[error("the built widget cannot be read")]
    Assets(#[from] AssetsError),
    /// The built page cannot be read, or is not the one that was built.
    #[error("the built page cannot be used")]
    Template(#[from] TemplateError),
    /// A catalogue cannot be used.
    #[error(transparent)]
    Words(#[from] WordsError),
    /// The address cannot be listened on.
    #[error("{address} cannot be listened on")]
    Listen {
        /// Which.
        address: SocketAddr,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The network or the signals failed.
    #[error("the network failed")]
    Io(#[from] io::Error),
}

/// Serves until SIGTERM or SIGINT; then takes no more requests, ends those under way, and waits
/// for every charge that was begun.
///
/// # Errors
/// [`ServeError`] where something that is needed cannot be had.
pub async fn serve(settings: ServeSettings) -> Result<(), ServeError> {
    let address = settings.listen;
    let listener = TcpListener::bind(address).await;
    let listener = listener.map_err(|source| ServeError::Listen { address, source })?;
    let public_url = settings.public_url(listener.local_addr()?);
    let store = SqliteStore::open(&settings.database).await?;
    let (sandbox, notices) = open_sandbox(&settings).await?;
    let kassa = kassa(&settings, public_url, &store, &sandbox)?;
    begin_rounds(&settings, &kassa, &sandbox, notices);
    let shutdown = Shutdown::default();
    let router = all_addresses(&settings, &kassa, sandbox, shutdown.clone())?;
    tracing::info!(url = kassa.settings.public_url, "ready");
    let router = router.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, router)
        .with_graceful_shutdown(until_told(shutdown)?)
        .await?;
    kassa.finish_charges().await;
    store.close().await;
    tracing::info!("ended in good order");
    Ok(())
}

async fn open_sandbox(
    settings: &ServeSettings,
) -> Result<(Sandbox, UnboundedReceiver<Notice>), LedgerError> {
    let delay = SignedDuration::try_from(settings.sandbox_transfer_delay);
    let sandbox = SandboxSettings {
        file: settings.sandbox_ledger_file(),
        transfer_delay: delay.unwrap_or(SignedDuration::MAX),
        desk: if settings.sandbox_ledger {
            Desk::Open
        } else {
            Desk::Closed
        },
    };
    Sandbox::open(sandbox, Arc::new(SystemClock), Arc::new(SystemDice)).await
}

fn kassa(
    settings: &ServeSettings,
    public_url: String,
    store: &SqliteStore,
    sandbox: &Sandbox,
) -> Result<Kassa, WordsError> {
    let charge_time_limit = settings.charge_time_limit;
    Ok(Kassa::new(Parts {
        store: Arc::new(store.clone()),
        processor: Arc::new(sandbox.clone()),
        clock: Arc::new(SystemClock),
        dice: Arc::new(SystemDice),
        words: Arc::new(Words::load()?),
        settings: PaymentSettings {
            public_url,
            charge_time_limit,
        },
    }))
}

/// What goes on beside the requests for as long as the process runs. None of it has to be ended
/// with care: what it is in the middle of is written whole or not at all.
fn begin_rounds(
    settings: &ServeSettings,
    kassa: &Kassa,
    sandbox: &Sandbox,
    notices: UnboundedReceiver<Notice>,
) {
    tokio::spawn(run_worker(sandbox.clone()));
    tokio::spawn(follow_notices(kassa.clone(), notices));
    tokio::spawn(go_round(kassa.clone(), settings.round_every));
}

fn all_addresses(
    settings: &ServeSettings,
    kassa: &Kassa,
    sandbox: Sandbox,
    shutdown: Shutdown,
) -> Result<Router, ServeError> {
    let assets = Arc::new(Assets::load(&settings.assets, &settings.embed())?);
    let state = HttpState {
        kassa: kassa.clone(),
        assets,
        limits: Arc::new(Limits::new(settings.limits.limits(), &kassa.clock)),
        shutdown,
    };
    let template = Arc::new(Template::load(&settings.assets)?);
    let pages = hosted::routes(Hosted {
        kassa: kassa.clone(),
        template,
    });
    Ok(router(state, vec![pages, sandbox::routes(sandbox)]))
}

/// Waits for SIGTERM or SIGINT, and tells endless answers to end.
fn until_told(shutdown: Shutdown) -> io::Result<impl Future<Output = ()>> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!("told to end");
        shutdown.begin();
    })
}
