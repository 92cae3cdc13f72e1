//! A merchant's server and a payer's browser, over real connections.

use reqwest::{Client as Http, Method, RequestBuilder};
use serde_json::{Value, json};

/// Whoever asks one server.
#[derive(Clone)]
pub(crate) struct Client {
    http: Http,
    url: String,
    key: String,
}

impl Client {
    pub(crate) fn of(address: &str, key: &str) -> Self {
        Self {
            http: Http::new(),
            url: format!("http://{address}"),
            key: key.to_owned(),
        }
    }

    /// The merchant asks; the answer's status and body.
    pub(crate) async fn merchant(&self, method: Method, path: &str, body: &Value) -> (u16, Value) {
        let asked = self.http.request(method, format!("{}{path}", self.url));
        answer(asked.bearer_auth(&self.key), body).await
    }

    /// The merchant reads.
    pub(crate) async fn read(&self, path: &str) -> Value {
        ok(self.merchant(Method::GET, path, &Value::Null).await)
    }

    async fn payer(&self, method: Method, path: &str, with: (&str, &str), body: &Value) -> Value {
        let asked = self.http.request(method, format!("{}{path}", self.url));
        ok(answer(asked.header(with.0, with.1), body).await)
    }

    /// A session for an order of the demonstration's university; its id.
    pub(crate) async fn open(&self, order: &str) -> String {
        let body = json!({ "recipient": "FWU", "order": order, "payer": payer() });
        let session = ok(self.merchant(Method::POST, "/api/sessions", &body).await);
        session["id"].as_str().unwrap().to_owned()
    }

    /// The payer confirms what the merchant knew.
    pub(crate) async fn confirm(&self, session: &str) {
        let path = format!("/api/checkout/{session}/payer");
        let body = json!({ "payer": payer() });
        self.payer(Method::PUT, &path, ("if-match", "\"1\""), &body)
            .await;
    }

    /// The payer pays with this card; the session's view afterwards.
    pub(crate) async fn pay(&self, session: &str, card: &str) -> Value {
        let card = json!({
            "number": card, "expiry_month": 12, "expiry_year": 2039,
            "security_code": "123", "holder": "Amina Diallo",
        });
        let token = self
            .payer(Method::POST, "/sandbox/tokens", ("x-a", "b"), &card)
            .await;
        let path = format!("/api/checkout/{session}/payment");
        let body = json!({ "method": "card", "token": token["token"] });
        let key = ("idempotency-key", "0123456789abcdef");
        self.payer(Method::POST, &path, key, &body).await
    }

    /// What the processor's own books say.
    pub(crate) async fn ledger(&self) -> Vec<Value> {
        let books = self.read("/sandbox/ledger").await;
        books.as_array().unwrap().clone()
    }
}

fn payer() -> Value {
    json!({
        "first_name": "Amina", "last_name": "Diallo", "email": "amina.diallo@example.com",
        "country": "ES", "address": "Calle Mayor 1", "city": "Madrid", "region": "Madrid", "postal_code": "28013",
        "fields.student_id": "V-2208817", "fields.term": "Spring 2027",
    })
}

async fn answer(mut request: RequestBuilder, body: &Value) -> (u16, Value) {
    if !body.is_null() {
        request = request.json(body);
    }
    let answer = request.send().await.unwrap();
    let status = answer.status().as_u16();
    let text = answer.text().await.unwrap();
    (
        status,
        serde_json::from_str(&text).unwrap_or(Value::String(text)),
    )
}

pub(crate) fn ok((status, body): (u16, Value)) -> Value {
    assert!((200..300).contains(&status), "{status} {body}");
    body
}
