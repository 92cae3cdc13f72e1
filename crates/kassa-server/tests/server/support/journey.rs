//! The steps that most tests take.

use axum::body::Body;
use axum::http::Request;
use kassa_server::domain::AttemptId;
use serde_json::{Value, json};

use super::{Answer, TestApp, payer};

impl TestApp {
    /// The merchant asks for a session and says no more than it has to.
    pub(crate) async fn open(&self, recipient: &str, order: &str) -> Answer {
        self.post_session(&json!({ "recipient": recipient, "order": order }))
            .await
    }

    /// A session for an order of the Spanish university; its id.
    pub(crate) async fn session_for(&self, order: &str) -> String {
        let body = json!({ "recipient": "FWU", "order": order, "payer": payer() });
        let session = self.post_session(&body).await.ok();
        session["id"].as_str().unwrap().to_owned()
    }

    /// A session whose payer has confirmed; its id.
    pub(crate) async fn confirmed_session(&self) -> String {
        self.confirmed_session_for("2026-04417").await
    }

    /// A session for this order whose payer has confirmed; its id.
    pub(crate) async fn confirmed_session_for(&self, order: &str) -> String {
        let id = self.session_for(order).await;
        self.put_payer(&id, 1, &json!({ "payer": payer() }))
            .await
            .ok();
        id
    }

    pub(crate) async fn view(&self, id: &str) -> Value {
        self.get(&format!("/api/checkout/{id}")).await.ok()
    }

    pub(crate) async fn put_payer(&self, id: &str, version: u64, body: &Value) -> Answer {
        let request = Request::put(format!("/api/checkout/{id}/payer"))
            .header("content-type", "application/json")
            .header("if-match", format!("\"{version}\""));
        self.send(request.body(Body::from(body.to_string())).unwrap())
            .await
    }

    pub(crate) fn payment_request(id: &str, key: &str, body: &Value) -> Request<Body> {
        Request::post(format!("/api/checkout/{id}/payment"))
            .header("content-type", "application/json")
            .header("idempotency-key", key)
            .body(Body::from(body.to_string()))
            .unwrap()
    }

    /// Pays by card. The key is repeated until it is as long as keys are.
    pub(crate) async fn pay(&self, id: &str, key: &str) -> Answer {
        let body = json!({ "method": "card", "token": "tok_1" });
        self.pay_with(id, key, &body).await
    }

    pub(crate) async fn pay_with(&self, id: &str, key: &str, body: &Value) -> Answer {
        self.send(Self::payment_request(id, &key.repeat(16), body))
            .await
    }

    pub(crate) async fn cancel(&self, id: &str) -> Answer {
        let request = Request::post(format!("/api/checkout/{id}/cancel"));
        self.send(request.body(Body::empty()).unwrap()).await
    }

    pub(crate) async fn ask_for_link(&self, id: &str) -> Answer {
        let request = Request::post(format!("/api/checkout/{id}/link"));
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// The only attempt that the processor was ever asked for.
    pub(crate) fn only_attempt(&self) -> AttemptId {
        let mut asked = self.processor.asked();
        asked.dedup();
        assert_eq!(asked.len(), 1, "{asked:?}");
        asked.remove(0)
    }

    /// What happened in a session, in its order.
    pub(crate) async fn happened(&self, id: &str) -> Vec<&'static str> {
        let events = self.kassa.store.events(&id.parse().unwrap()).await.unwrap();
        events.iter().map(|event| event.kind.as_str()).collect()
    }
}
