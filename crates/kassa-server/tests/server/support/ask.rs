//! Asking as a merchant's server does.

use axum::body::Body;
use axum::http::{Method, Request};
use serde_json::Value;

use super::{API_KEY, Answer, TestApp};

impl TestApp {
    /// The merchant's server sends a body.
    pub(crate) async fn merchant_send(&self, method: Method, path: &str, body: &Value) -> Answer {
        self.send_with_key(API_KEY, method, (path, body)).await
    }

    /// A merchant's server sends a body.
    pub(crate) async fn send_with_key(
        &self,
        key: &str,
        method: Method,
        (path, body): (&str, &Value),
    ) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("authorization", format!("Bearer {key}"))
            .header("content-type", "application/json");
        self.send(request.body(Body::from(body.to_string())).unwrap())
            .await
    }

    /// Every endpoint that takes a key, as the description names them: method and path.
    pub(crate) async fn keyed_endpoints(&self) -> Vec<(Method, String)> {
        let document = self.get("/api/openapi.json").await.ok();
        let mut found = Vec::new();
        for (path, item) in document["paths"].as_object().unwrap() {
            for (method, operation) in item.as_object().unwrap() {
                if operation["security"].is_array() {
                    let method = method.to_uppercase().parse().unwrap();
                    found.push((method, path.clone()));
                }
            }
        }
        assert!(found.len() >= 10, "{found:?}");
        found
    }
}
