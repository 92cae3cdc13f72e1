//! What stands in front of localstripe. See the room's documentation for what it adds.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use tokio::sync::Mutex;

use super::localstripe::{SECRET_KEY, localstripe};

/// The key that browsers ask with.
pub(super) const PUBLISHABLE_KEY: &str = "pk_test_kassa";

/// How much the front adds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rules {
    /// Only what our requests need to be understood at all.
    Address,
    /// What Stripe's documentation says of idempotency and of amounts.
    Stripe,
}

/// What goes wrong with the next request that has something done.
#[derive(Clone, Copy, Debug)]
pub(super) enum Trouble {
    /// It is done, and nobody hears of it.
    LoseAnswer,
    /// It is not done, and nobody hears of that.
    Miss,
    /// It is not done, and this status says nothing about that.
    Fail(u16),
}

/// What was asked.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub(super) method: Method,
    pub(super) path: String,
    pub(super) query: String,
    pub(super) headers: HeaderMap,
    pub(super) form: BTreeMap<String, String>,
}

/// A status and what it comes with.
pub(super) type Told = (u16, Value);

/// What stands in front of localstripe.
#[derive(Clone)]
pub(super) struct Front {
    pub(super) url: String,
    rules: Rules,
    behind: String,
    client: reqwest::Client,
    seen: Arc<Mutex<Seen>>,
}

#[derive(Default)]
pub(super) struct Seen {
    asked: Vec<Asked>,
    trouble: VecDeque<Trouble>,
    /// What came under an idempotency key, and what was answered.
    pub(super) kept: BTreeMap<String, (BTreeMap<String, String>, Told)>,
    /// The cards' tokens that a charge came with.
    pub(super) used: BTreeSet<String>,
    return_urls: BTreeMap<String, String>,
}

impl Front {
    /// Listens, in front of localstripe.
    pub(super) async fn start(rules: Rules) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let front = Self {
            url: format!("http://{}", listener.local_addr().unwrap()),
            rules,
            behind: localstripe().await,
            client: reqwest::Client::new(),
            seen: Arc::default(),
        };
        let router = Router::new().fallback(answer).with_state(front.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        front
    }

    /// What goes wrong with the next request that has something done.
    pub(super) async fn next(&self, trouble: Trouble) {
        self.seen.lock().await.trouble.push_back(trouble);
    }

    /// Every request, in its order.
    pub(super) async fn asked(&self) -> Vec<Asked> {
        self.seen.lock().await.asked.clone()
    }

    /// How many `PaymentIntents` were made for this attempt.
    pub(super) async fn charges(&self, attempt: &str) -> usize {
        let (_, list) = self
            .behind(
                Method::GET,
                "/v1/payment_intents?limit=100000",
                &BTreeMap::new(),
            )
            .await;
        let data = list["data"].as_array().unwrap().iter();
        data.filter(|it| it["metadata"]["kassa_attempt"] == attempt)
            .count()
    }

    /// Asks localstripe.
    pub(super) async fn behind(
        &self,
        method: Method,
        path: &str,
        form: &BTreeMap<String, String>,
    ) -> Told {
        let url = format!("{}{path}", self.behind);
        let request = self.client.request(method, url).bearer_auth(SECRET_KEY);
        let answer = request.form(form).send().await.unwrap();
        let status = answer.status().as_u16();
        (status, answer.json().await.unwrap_or(Value::Null))
    }

    /// What localstripe says, with what our requests need to be understood at all.
    pub(super) async fn told(&self, seen: &mut Seen, asked: &Asked) -> Told {
        let mut form = asked.form.clone();
        if asked.path == "/v1/payment_methods"
            && form.remove("key").as_deref() != Some(PUBLISHABLE_KEY)
        {
            return (401, json!({ "error": { "type": "invalid_request_error" } }));
        }
        let return_url = form.remove("return_url");
        let path = format!("{}?{}", asked.path, asked.query);
        let (status, mut told) = self.behind(asked.method.clone(), &path, &form).await;
        if let (Some(id), Some(url)) = (told["id"].as_str(), return_url) {
            seen.return_urls.insert(id.to_owned(), url);
        }
        self.redirect(seen, &mut told);
        (status, told)
    }

    /// With a `return_url` Stripe has the challenge on a page; localstripe knows only its script.
    fn redirect(&self, seen: &Seen, told: &mut Value) {
        let id = told["id"].as_str().unwrap_or_default().to_owned();
        if let Some(return_url) = seen.return_urls.get(&id)
            && told["status"] == "requires_action"
        {
            let url = format!("{}/challenge/{id}", self.url);
            told["next_action"] = json!({
                "type": "redirect_to_url",
                "redirect_to_url": { "url": url, "return_url": return_url }
            });
        }
    }
}

async fn answer(
    State(front): State<Front>,
    (method, uri, headers): (Method, Uri, HeaderMap),
    body: Bytes,
) -> Response {
    let form = form_urlencoded::parse(&body).into_owned().collect();
    let asked = Asked {
        method,
        path: uri.path().to_owned(),
        query: uri.query().unwrap_or_default().to_owned(),
        headers,
        form,
    };
    let mut seen = front.seen.lock().await;
    seen.asked.push(asked.clone());
    let by_us = asked.headers.contains_key("idempotency-key");
    let trouble = if by_us {
        seen.trouble.pop_front()
    } else {
        None
    };
    let (status, told) = match trouble {
        Some(Trouble::Miss) => return silence(seen).await,
        Some(Trouble::Fail(status)) => (status, json!({ "error": { "type": "api_error" } })),
        Some(Trouble::LoseAnswer) | None => match front.rules {
            Rules::Address => front.told(&mut seen, &asked).await,
            Rules::Stripe => front.once(&mut seen, &asked).await,
        },
    };
    if let Some(Trouble::LoseAnswer) = trouble {
        return silence(seen).await;
    }
    (StatusCode::from_u16(status).unwrap(), axum::Json(told)).into_response()
}

/// Others are answered meanwhile.
async fn silence(seen: tokio::sync::MutexGuard<'_, Seen>) -> Response {
    drop(seen);
    tokio::time::sleep(Duration::from_mins(1)).await;
    StatusCode::GATEWAY_TIMEOUT.into_response()
}
