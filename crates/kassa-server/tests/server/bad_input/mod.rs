//! Whatever is sent, the answer is clear and nothing is lost.

mod addresses;
mod bodies;
mod merchants;
mod payers;
mod anything;

use axum::body::Body;
use axum::http::Request;
use serde_json::{Value, json};

use crate::support::API_KEY;

/// A session with this field.
fn session(name: &str, value: &Value) -> Value {
    let mut body = json!({ "recipient": "FWU", "order": "2026-04417" });
    body[name] = value.clone();
    body
}

/// A request for a session with this body.
fn post(content_type: &str, body: impl Into<Body>) -> Request<Body> {
    Request::post("/api/sessions")
        .header("authorization", format!("Bearer {API_KEY}"))
        .header("content-type", content_type)
        .body(body.into())
        .unwrap()
}
