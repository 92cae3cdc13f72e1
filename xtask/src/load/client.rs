//! One kept-alive connection, with as little of our own work around it as can be: on one machine
//! the asker takes its time from the asked.

use std::net::SocketAddr;

use axum::body::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::{Request, StatusCode, header};
use hyper_util::rt::TokioIo;
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::net::TcpStream;

use crate::failure::Failure;

/// A connection to the server.
pub(crate) struct Connection {
    sender: SendRequest<Full<Bytes>>,
    host: String,
}

/// What is asked.
pub(crate) struct Question<'a> {
    /// The HTTP method.
    pub(crate) method: &'static str,
    /// Path and query.
    pub(crate) path: &'a str,
    /// One header beside the usual ones.
    pub(crate) header: Option<(&'static str, &'a str)>,
    /// What is sent.
    pub(crate) body: Bytes,
}

impl<'a> Question<'a> {
    /// Reading.
    pub(crate) fn get(path: &'a str) -> Self {
        Self {
            method: "GET",
            path,
            header: None,
            body: Bytes::new(),
        }
    }

    /// Reading as browsers do.
    pub(crate) fn page(path: &'a str) -> Self {
        Self::get(path).with("accept-encoding", "gzip, deflate, br")
    }

    /// Sending a value as JSON.
    pub(crate) fn send(method: &'static str, path: &'a str, body: &impl Serialize) -> Self {
        Self {
            method,
            path,
            header: None,
            body: serde_json::to_vec(body).unwrap_or_default().into(),
        }
    }

    /// With one more header.
    pub(crate) fn with(self, name: &'static str, value: &'a str) -> Self {
        Self {
            header: Some((name, value)),
            ..self
        }
    }
}

/// What was answered.
pub(crate) struct Answer {
    /// The status.
    pub(crate) status: StatusCode,
    /// The body as it travelled.
    pub(crate) body: Bytes,
}

impl Answer {
    /// The body as a value; a refusal is a failure.
    pub(crate) fn json<T: DeserializeOwned>(&self) -> Result<T, Failure> {
        if !self.status.is_success() {
            let said = String::from_utf8_lossy(&self.body);
            return Err(Failure::answer(
                "the server",
                format!("it answered {}: {said}", self.status),
            ));
        }
        serde_json::from_slice(&self.body)
            .map_err(|error| Failure::answer("the server", format!("JSON was expected: {error}")))
    }
}

impl Connection {
    /// Opens one.
    pub(crate) async fn open(server: SocketAddr) -> Result<Self, Failure> {
        let told = |source| Failure::io(format!("connect to {server}"), source);
        let stream = TcpStream::connect(server).await.map_err(told)?;
        stream.set_nodelay(true).map_err(told)?;
        // Where nobody listens yet, the system may connect the asker to itself.
        if stream.local_addr().map_err(told)? == server {
            return Err(Failure::answer("the server", "it should listen by now"));
        }
        let (sender, connection) = handshake(TokioIo::new(stream)).await.map_err(broken)?;
        tokio::spawn(connection);
        Ok(Self {
            sender,
            host: server.to_string(),
        })
    }

    /// Asks, and reads the whole answer.
    pub(crate) async fn ask(&mut self, question: Question<'_>) -> Result<Answer, Failure> {
        let mut request = Request::builder()
            .method(question.method)
            .uri(question.path)
            .header(header::HOST, &self.host);
        if !question.body.is_empty() {
            request = request.header(header::CONTENT_TYPE, "application/json");
        }
        if let Some((name, value)) = question.header {
            request = request.header(name, value);
        }
        let request = request
            .body(Full::new(question.body))
            .map_err(|error| Failure::answer("hyper", error.to_string()))?;
        self.sender.ready().await.map_err(broken)?;
        let answer = self.sender.send_request(request).await.map_err(broken)?;
        let status = answer.status();
        let body = answer.into_body().collect().await.map_err(broken)?;
        Ok(Answer {
            status,
            body: body.to_bytes(),
        })
    }
}

#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
fn broken(error: hyper::Error) -> Failure {
    Failure::answer("the server", format!("the connection broke: {error}"))
}
