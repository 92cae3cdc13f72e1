//! Asks until somebody answers: whichever server stands, for as long as there is time.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use reqwest::redirect::Policy;
use reqwest::{Client, Method, RequestBuilder};
use serde_json::Value;

use super::dice::Dice;
use super::record::Record;
use crate::failure::Failure;
use crate::stopwatch::Stopwatch;

/// How long one answer is waited for.
const PATIENCE: Duration = Duration::from_secs(15);

/// How soon somebody without patience hangs up: while the server is in the midst of it.
const HANGS_UP_AFTER_MS: u64 = 120;

/// Who asks, and whom.
#[derive(Clone, Debug)]
pub(crate) struct Asker {
    client: Client,
    servers: Arc<[String]>,
    api_key: Arc<str>,
    /// Where what happens is written down.
    pub(crate) record: Arc<Record>,
    watch: Stopwatch,
    limit: Duration,
}

/// What is asked, however often.
#[derive(Clone, Debug)]
pub(crate) struct Question {
    method: Method,
    path: String,
    headers: Vec<(&'static str, String)>,
    body: Body,
}

#[derive(Clone, Debug)]
enum Body {
    Nothing,
    Json(Value),
    Form(&'static str),
}

/// A certain answer.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Reply {
    /// Its status, never a server's error.
    pub(crate) status: u16,
    /// Its body, where it is JSON.
    pub(crate) body: Value,
}

impl Reply {
    /// The code of a problem; nothing where it is none.
    pub(crate) fn code(&self) -> &str {
        self.body["code"].as_str().unwrap_or_default()
    }

    /// Whether it says the same as another. A refusal names its request, which differs.
    pub(crate) fn is_the_same_as(&self, other: &Self) -> bool {
        let refused = self.status >= 400;
        self.status == other.status
            && (self.body == other.body || (refused && self.code() == other.code()))
    }
}

impl Question {
    /// Reading.
    pub(crate) fn get(path: impl Into<String>) -> Self {
        Self::new(Method::GET, path, Body::Nothing)
    }

    /// Sending JSON.
    pub(crate) fn send(method: Method, path: impl Into<String>, body: Value) -> Self {
        Self::new(method, path, Body::Json(body))
    }

    /// Sending a form that is already encoded.
    pub(crate) fn form(path: impl Into<String>, form: &'static str) -> Self {
        Self::new(Method::POST, path, Body::Form(form))
            .with("content-type", "application/x-www-form-urlencoded")
    }

    fn new(method: Method, path: impl Into<String>, body: Body) -> Self {
        Self {
            method,
            path: path.into(),
            headers: Vec::new(),
            body,
        }
    }

    /// With one more header.
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}

/// Its method and address, without the key to a payer's session.
impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, without_ids(&self.path))
    }
}

impl Asker {
    /// Asks these servers, with this key, until `limit` has passed on the watch.
    pub(crate) fn new(
        servers: Vec<String>,
        api_key: &str,
        record: Arc<Record>,
        (watch, limit): (Stopwatch, Duration),
    ) -> Result<Self, Failure> {
        let client = Client::builder()
            .redirect(Policy::none())
            .timeout(PATIENCE)
            .no_proxy()
            .build()?;
        Ok(Self {
            client,
            servers: servers.into(),
            api_key: api_key.into(),
            record,
            watch,
            limit,
        })
    }

    /// Asks until there is a certain answer: no lost connection, no server's error, nobody else
    /// who works on the same request.
    pub(crate) async fn ask(&self, question: &Question, dice: &mut Dice) -> Result<Reply, Failure> {
        while self.watch.elapsed() < self.limit {
            if let Some(reply) = self.once(question, dice).await {
                return Ok(reply);
            }
            tokio::time::sleep(Duration::from_millis(100 + dice.below(200))).await;
        }
        Err(Failure::Late {
            what: question.to_string(),
            seconds: self.limit.as_secs(),
        })
    }

    /// Asks, and hangs up within a moment: perhaps it is done, perhaps it never arrived.
    pub(crate) async fn hang_up(&self, question: &Question, dice: &mut Dice) {
        let moment = Duration::from_millis(dice.below(HANGS_UP_AFTER_MS));
        self.record.count("requests hung up on");
        // Whatever was answered in time is lost on purpose.
        drop(tokio::time::timeout(moment, self.once(question, dice)).await);
    }

    async fn once(&self, question: &Question, dice: &mut Dice) -> Option<Reply> {
        let nth = dice.below(self.servers.len().try_into().unwrap_or(1));
        let server = self.servers.get(usize::try_from(nth).ok()?)?;
        self.record.count("requests");
        let Ok(answer) = self.request(server, question).send().await else {
            self.record.count("requests without an answer");
            return None;
        };
        let status = answer.status().as_u16();
        let Ok(text) = answer.text().await else {
            self.record.count("requests without an answer");
            return None;
        };
        let body = serde_json::from_str(&text).unwrap_or_default();
        self.judge(question, Reply { status, body })
    }

    fn request(&self, server: &str, question: &Question) -> RequestBuilder {
        let url = format!("{server}{}", question.path);
        let mut request = self.client.request(question.method.clone(), url);
        if is_merchants(&question.path) {
            request = request.bearer_auth(&self.api_key);
        }
        for (name, value) in &question.headers {
            request = request.header(*name, value);
        }
        match &question.body {
            Body::Nothing => request,
            Body::Json(body) => request.json(body),
            Body::Form(form) => request.body(*form),
        }
    }

    fn judge(&self, question: &Question, reply: Reply) -> Option<Reply> {
        match reply.status {
            503 => {
                self.record.count("requests answered 503");
                None
            }
            500.. => {
                let status = reply.status;
                self.record
                    .broken(format!("{question} was answered {status}"));
                None
            }
            409 if reply.code() == "request_in_progress" => {
                self.record.count("requests still worked on");
                None
            }
            _ => Some(reply),
        }
    }
}

fn is_merchants(path: &str) -> bool {
    path.starts_with("/api/") && !path.starts_with("/api/checkout/")
}

/// A session's id is its payer's capability, in a test's output too.
fn without_ids(path: &str) -> String {
    let short = |part: &str| {
        if part.len() > 14 && part.contains(|c: char| c.is_ascii_digit()) {
            "…".to_owned()
        } else {
            part.to_owned()
        }
    };
    path.split('/').map(short).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_payers_key_is_printed() {
        assert_eq!(
            without_ids("/api/checkout/cs_4fQ0xS7mZk2LpVbY4fQ0xS7m/payment"),
            "/api/checkout/…/payment"
        );
    }
}
