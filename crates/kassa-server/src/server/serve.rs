//! Serving, from the first file that is opened to the last answer.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use tokio::net::TcpListener;
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::timeout;

use super::ServeSettings;
use super::numbers::tell_numbers;
use super::processors::open_processors;
use super::signals::Signals;
use super::workers::begin_workers;
use crate::clock::{SystemClock, SystemDice};
use crate::hosted::{self, Hosted, Looks, Template, TemplateError};
use crate::http::{AssetsError, HttpState, Limits, Shutdown, router};
use crate::mail::MailError;
use crate::payments::{Kassa, Parts, PaymentSettings};
use crate::processor::Processors;
use crate::processor::sandbox::LedgerError;
use crate::processor::stripe::ClientError;
use crate::store::{Store, StoreError, open_store};
use crate::webhooks::{Outbox, SenderError};
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
    /// Stripe was chosen, and not all of its settings were said.
    #[error("Stripe cannot be asked without {0}")]
    Stripe(String),
    /// Stripe cannot be asked from this machine.
    #[error(transparent)]
    StripeClient(#[from] ClientError),
    /// A built file cannot be read.
    #[error("the built widget cannot be read")]
    Assets(#[from] AssetsError),
    /// The built page is not the one that was built.
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
    /// The numbers cannot be told.
    #[error("the numbers cannot be told")]
    Numbers(#[from] metrics_exporter_prometheus::BuildError),
    /// Whoever told the server to end could not wait.
    #[error("ended at once, as the second signal asked; the next start looks after the rest")]
    ToldTwice,
    /// Webhooks cannot be sent.
    #[error(transparent)]
    Webhooks(#[from] SenderError),
    /// One of the two settings of mail is missing.
    #[error("{0}")]
    MailMissing(&'static str),
    /// Mail cannot be sent.
    #[error(transparent)]
    Mail(#[from] MailError),
    /// The network or the signals failed.
    #[error("the network failed")]
    Io(#[from] io::Error),
}

/// Serves until SIGTERM or SIGINT; then says at `/readyz` that it ends, takes no more requests,
/// and gives those under way, the workers and every charge that was begun time to finish. A second
/// signal ends at once.
///
/// # Errors
/// [`ServeError`] where something that is needed cannot be had, or the second signal came.
pub async fn serve(settings: ServeSettings) -> Result<(), ServeError> {
    let mut signals = Signals::listen()?;
    let listener = listen(settings.listen).await?;
    let public_url = settings.public_url(listener.local_addr()?);
    if let Some(missing) = settings.mail.missing() {
        return Err(ServeError::MailMissing(missing));
    }
    let store = open_store(&settings.database.address()).await?;
    let processors = open_processors(&settings).await?;
    let kassa = kassa(&settings, public_url, store, processors.all)?;
    if let Some(address) = settings.metrics_listen {
        tell_numbers(address, &kassa).await?;
    }
    let shutdown = Shutdown::default();
    let outbox = settings.webhooks.outbox(&kassa)?;
    let postman = settings.mail.postman(&kassa)?;
    let router = all_addresses(&settings, &outbox, processors.guests, shutdown.clone())?;
    let moving = (processors.sandbox, processors.notices);
    let workers = begin_workers(&settings, (outbox, postman), moving, &shutdown);
    let mut answering = tokio::spawn(answer(listener, router, shutdown.clone()));
    tracing::info!(url = kassa.settings.public_url, "ready");
    tokio::select! {
        failed = &mut answering => return failed.map_err(io::Error::other)?.map_err(Into::into),
        () = signals.next() => tracing::info!("told to end"),
    }
    let running = Running {
        answering,
        workers,
        kassa,
        shutdown,
    };
    tokio::select! {
        () = running.end(&settings) => Ok(()),
        () = signals.next() => Err(ServeError::ToldTwice),
    }
}

/// Takes an address.
pub(super) async fn listen(address: SocketAddr) -> Result<TcpListener, ServeError> {
    let listener = TcpListener::bind(address).await;
    listener.map_err(|source| ServeError::Listen { address, source })
}

async fn answer(listener: TcpListener, router: Router, shutdown: Shutdown) -> io::Result<()> {
    let until_end = async move { shutdown.begun().await };
    let router = router.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, router)
        .with_graceful_shutdown(until_end)
        .await
}

/// What has to come to its end.
struct Running {
    answering: JoinHandle<io::Result<()>>,
    workers: JoinSet<()>,
    kassa: Kassa,
    shutdown: Shutdown,
}

impl Running {
    async fn end(self, settings: &ServeSettings) {
        self.shutdown.announce();
        tokio::time::sleep(settings.shutdown_delay).await;
        self.shutdown.begin();
        if timeout(settings.shutdown_time, self.finish()).await.is_ok() {
            tracing::info!("ended in good order");
        } else {
            tracing::warn!("something did not finish in time; the next start looks after it");
        }
    }

    async fn finish(self) {
        if let Ok(Err(error)) = self.answering.await {
            tracing::warn!(%error, "the network failed at the end");
        }
        self.workers.join_all().await;
        self.kassa.finish_charges().await;
        self.kassa.store.close().await;
    }
}

fn kassa(
    settings: &ServeSettings,
    public_url: String,
    store: Arc<dyn Store>,
    processors: Processors,
) -> Result<Kassa, WordsError> {
    let charge_time_limit = settings.charge_time_limit;
    Ok(Kassa::new(Parts {
        store,
        processor: Arc::new(processors),
        clock: Arc::new(SystemClock),
        dice: Arc::new(SystemDice),
        words: Arc::new(Words::load()?),
        settings: PaymentSettings {
            public_url,
            charge_time_limit,
            mailing: settings.mail.mailing(),
        },
    }))
}

fn all_addresses(
    settings: &ServeSettings,
    outbox: &Outbox,
    mut guests: Vec<Router>,
    shutdown: Shutdown,
) -> Result<Router, ServeError> {
    let kassa = outbox.kassa();
    let assets = Arc::new(settings.assets()?);
    let template = Arc::new(Template::parse(assets.page())?);
    let state = HttpState {
        kassa: kassa.clone(),
        assets,
        limits: Arc::new(Limits::new(settings.limits.limits(), &kassa.clock)),
        webhooks: outbox.clone(),
        shutdown,
    };
    let pages = hosted::routes(Hosted {
        kassa: kassa.clone(),
        template,
        looks: if settings.brand_preview {
            Looks::Address
        } else {
            Looks::Brand
        },
    });
    guests.push(pages);
    Ok(router(state, guests))
}
