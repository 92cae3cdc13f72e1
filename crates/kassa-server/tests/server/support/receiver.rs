//! A merchant's server that hears webhooks: a real one, with a port.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, Response};
use serde_json::Value;
use tokio::net::TcpListener;
use tokio_stream::StreamExt;

/// What a receiver does with a request.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Manner {
    /// Answers this status.
    Answer(u16),
    /// Sends it elsewhere.
    Redirect,
    /// Never answers.
    Hang,
    /// Answers 200 and then a byte now and then, for ever.
    Trickle,
    /// Answers 200 and then as many bytes as are taken, for ever.
    Flood,
}

/// What a receiver was sent.
#[derive(Clone, Debug)]
pub(crate) struct Heard {
    pub(crate) path: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Heard {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).unwrap().to_str().unwrap()
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    /// The event's name.
    pub(crate) fn kind(&self) -> String {
        self.json()["type"].as_str().unwrap().to_owned()
    }

    /// Whether this secret signed it, as a merchant's library says.
    pub(crate) fn is_signed_by(&self, secret: &str) -> bool {
        let webhook = standardwebhooks::Webhook::new(secret).unwrap();
        let timestamp = self.header("webhook-timestamp").parse().unwrap();
        let right = webhook.sign(self.header("webhook-id"), timestamp, self.body.as_bytes());
        let right = right.unwrap();
        let mut signatures = self.header("webhook-signature").split(' ');
        signatures.any(|signature| signature == right)
    }
}

#[derive(Debug, Default)]
struct Memory {
    heard: Mutex<Vec<Heard>>,
    script: Mutex<VecDeque<Manner>>,
    usually: Mutex<Option<Manner>>,
}

/// A server on a port of its own, for as long as the test's runtime.
#[derive(Clone, Debug)]
pub(crate) struct Receiver {
    address: SocketAddr,
    memory: Arc<Memory>,
}

impl Receiver {
    /// One that answers 204 until it is told otherwise.
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let memory = Arc::<Memory>::default();
        let router = Router::new().fallback(hear).with_state(memory.clone());
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { address, memory }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}/hook", self.address)
    }

    pub(crate) fn port(&self) -> u16 {
        self.address.port()
    }

    /// What to do with the next request; those that were said before come first.
    pub(crate) fn next(&self, manner: Manner) {
        self.memory.script.lock().unwrap().push_back(manner);
    }

    /// What to do with everything from now on that nothing else was said for.
    pub(crate) fn usually(&self, manner: Manner) {
        *self.memory.usually.lock().unwrap() = Some(manner);
    }

    pub(crate) fn heard(&self) -> Vec<Heard> {
        self.memory.heard.lock().unwrap().clone()
    }

    /// The names of the events that came, in the order in which they came.
    pub(crate) fn kinds(&self) -> Vec<String> {
        self.heard().iter().map(Heard::kind).collect()
    }
}

impl Memory {
    fn manner(&self) -> Manner {
        let next = self.script.lock().unwrap().pop_front();
        let usually = *self.usually.lock().unwrap();
        next.or(usually).unwrap_or(Manner::Answer(204))
    }
}

async fn hear(
    State(memory): State<Arc<Memory>>,
    uri: axum::http::Uri,
    headers: HeaderMap,
    body: String,
) -> Response<Body> {
    let path = uri.path().to_owned();
    let heard = Heard {
        path,
        headers,
        body,
    };
    memory.heard.lock().unwrap().push(heard);
    match memory.manner() {
        Manner::Answer(status) => answer(status, Body::empty()),
        Manner::Redirect => {
            let mut response = answer(302, Body::empty());
            let elsewhere = "/elsewhere".parse().unwrap();
            response.headers_mut().insert("location", elsewhere);
            response
        }
        Manner::Hang => std::future::pending().await,
        Manner::Trickle => answer(200, endless(1, Duration::from_millis(20))),
        Manner::Flood => answer(200, endless(65536, Duration::ZERO)),
    }
}

fn answer(status: u16, body: Body) -> Response<Body> {
    Response::builder().status(status).body(body).unwrap()
}

fn endless(size: usize, pause: Duration) -> Body {
    let chunk = Bytes::from(vec![b'.'; size]);
    let chunks = tokio_stream::iter(std::iter::repeat(chunk)).throttle(pause);
    Body::from_stream(chunks.map(Ok::<_, std::convert::Infallible>))
}
