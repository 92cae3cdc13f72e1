//! A merchant's webhook receiver that has a bad day: it answers 500, hangs, closes the connection
//! before or after it took a message, and is mended in the end. It believes only what is signed.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::body::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{HeaderMap, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use standardwebhooks::Webhook;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::AbortHandle;

use super::dice::Dice;
use super::record::{Record, open};
use crate::failure::Failure;

/// Longer than the server waits for an endpoint.
const HANGS: Duration = Duration::from_secs(12);

/// The receiver. Dropping it closes it.
#[derive(Debug)]
pub(crate) struct Receiver {
    /// Where it listens.
    pub(crate) address: SocketAddr,
    state: Arc<State>,
    listening: AbortHandle,
}

struct State {
    dice: Mutex<Dice>,
    mended: AtomicBool,
    secrets: Mutex<Vec<(String, Webhook)>>,
    taken: Mutex<Vec<Taken>>,
    record: Arc<Record>,
}

impl std::fmt::Debug for State {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("State(***)")
    }
}

/// A message that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Taken {
    /// At which path.
    pub(crate) path: String,
    /// The event's id.
    pub(crate) event: String,
}

/// What happens to one message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mood {
    Take,
    TakeSlowly,
    Refuse,
    Hang,
    CloseBefore,
    CloseAfter,
}

const MOODS: [(u64, Mood); 6] = [
    (770, Mood::Take),
    (60, Mood::TakeSlowly),
    (80, Mood::Refuse),
    (5, Mood::Hang),
    (40, Mood::CloseBefore),
    (45, Mood::CloseAfter),
];

/// The connection is to be closed without an answer.
#[derive(Debug, thiserror::Error)]
#[error("closed without an answer")]
struct Closed;

impl Receiver {
    /// Listens on any free port of this machine.
    pub(crate) async fn open(dice: Dice, record: Arc<Record>) -> Result<Self, Failure> {
        let told = |source| Failure::io("listen for webhooks", source);
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.map_err(told)?;
        let address = listener.local_addr().map_err(told)?;
        let state = Arc::new(State {
            dice: Mutex::new(dice),
            mended: AtomicBool::new(false),
            secrets: Mutex::default(),
            taken: Mutex::default(),
            record,
        });
        let listening = tokio::spawn(listen(listener, state.clone())).abort_handle();
        Ok(Self {
            address,
            state,
            listening,
        })
    }

    /// What is sent to this path is signed with this secret.
    pub(crate) fn expect(&self, path: &str, secret: &str) -> Result<(), Failure> {
        let webhook = Webhook::new(secret)
            .map_err(|_| Failure::answer("the server", "a webhook's secret can be read"))?;
        open(&self.state.secrets).push((path.to_owned(), webhook));
        Ok(())
    }

    /// From now on everything is taken.
    pub(crate) fn mend(&self) {
        self.state.mended.store(true, Ordering::Relaxed);
    }

    /// What was taken, in its order.
    pub(crate) fn taken(&self) -> Vec<Taken> {
        open(&self.state.taken).clone()
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

async fn listen(listener: TcpListener, state: Arc<State>) -> Infallible {
    loop {
        if let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(serve(stream, state.clone()));
        }
    }
}

async fn serve(stream: TcpStream, state: Arc<State>) {
    let service = service_fn(move |request| answer(state.clone(), request));
    let served = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
    // A connection that broke is one that was closed on purpose, or its server was killed.
    drop(served.await);
}

async fn answer(
    state: Arc<State>,
    request: Request<Incoming>,
) -> Result<Response<Full<Bytes>>, Closed> {
    let (head, body) = request.into_parts();
    let body = body.collect().await.map_err(|_| Closed)?.to_bytes();
    let mood = state.mood();
    match mood {
        Mood::Take | Mood::CloseAfter => {}
        Mood::TakeSlowly => tokio::time::sleep(Duration::from_millis(700)).await,
        Mood::Hang => tokio::time::sleep(HANGS).await,
        Mood::CloseBefore => return Err(Closed),
        Mood::Refuse => return Ok(status(StatusCode::INTERNAL_SERVER_ERROR)),
    }
    let known = state.take(head.uri.path(), &head.headers, &body);
    match (mood, known) {
        (Mood::CloseAfter, _) => Err(Closed),
        (_, true) => Ok(status(StatusCode::NO_CONTENT)),
        (_, false) => Ok(status(StatusCode::UNAUTHORIZED)),
    }
}

fn status(status: StatusCode) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::default());
    *response.status_mut() = status;
    response
}

impl State {
    fn mood(&self) -> Mood {
        if self.mended.load(Ordering::Relaxed) {
            return Mood::Take;
        }
        let drawn = open(&self.dice).weighted(&MOODS).unwrap_or(Mood::Take);
        self.record.count(match drawn {
            Mood::Take | Mood::TakeSlowly => "webhooks taken",
            Mood::Refuse => "webhooks refused",
            Mood::Hang => "webhooks left hanging",
            Mood::CloseBefore | Mood::CloseAfter => "webhooks cut off",
        });
        drawn
    }

    /// Takes what is signed; says whether it was.
    fn take(&self, path: &str, headers: &HeaderMap, body: &[u8]) -> bool {
        let secrets = open(&self.secrets);
        let secret = secrets.iter().find(|(known, _)| known == path);
        if secret.is_none_or(|(_, secret)| secret.verify(body, headers).is_err()) {
            self.record
                .broken(format!("a webhook to {path} is not signed"));
            return false;
        }
        let id = headers.get("webhook-id").and_then(|id| id.to_str().ok());
        open(&self.taken).push(Taken {
            path: path.to_owned(),
            event: id.unwrap_or_default().to_owned(),
        });
        true
    }
}
