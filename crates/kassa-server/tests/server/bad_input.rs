//! Whatever is sent, the answer is clear and nothing is lost.

use axum::body::Body;
use axum::http::{Method, Request};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{API_KEY, TestApp, payer};

/// Texts that break what is not careful.
const HOSTILE: [&str; 8] = [
    "<script>alert(1)</script>",
    "\u{202e}txt.exe\u{200f}",
    "👩🏽‍🎓🏳️‍🌈",
    "ＮＵＬＬ \u{feff}",
    "'; DROP TABLE sessions; --",
    "</script><!--",
    "渚大学 дом שלום مرحبا",
    "\\u0000 %00 {{7*7}} ${7*7}",
];

fn session(name: &str, value: &Value) -> Value {
    let mut body = json!({ "recipient": "FWU", "order": "2026-04417" });
    body[name] = value.clone();
    body
}

fn post(content_type: &str, body: impl Into<Body>) -> Request<Body> {
    Request::post("/api/sessions")
        .header("authorization", format!("Bearer {API_KEY}"))
        .header("content-type", content_type)
        .body(body.into())
        .unwrap()
}

#[tokio::test]
async fn an_address_that_is_not_there_says_so() {
    let app = TestApp::new().await;
    for path in ["/nothing", "/api", "/api/sessions/", "/assets/../main.rs", "/assets/none.js"] {
        app.get(path).await.is_problem(404, "not_found");
    }
    for (method, path, allowed) in [
        (Method::DELETE, "/api/sessions", "POST"),
        (Method::GET, "/api/checkout/cs_000000000000000000000000/payment", "POST"),
        (Method::PATCH, "/healthz", "GET,HEAD"),
    ] {
        let request = Request::builder().method(method).uri(path).body(Body::empty()).unwrap();
        let answer = app.send(request).await;
        answer.is_problem(405, "method_not_allowed");
        assert_eq!(answer.header("allow"), allowed);
    }
}

#[tokio::test]
async fn session_ids_that_are_unknown_or_malformed_are_not_found() {
    let app = TestApp::new().await;
    let unknown = "cs_000000000000000000000000";
    for id in [unknown, "x", "%00", "%FF%FE", "cs_", "..%2F..%2Fetc", "%3Cscript%3E"] {
        app.get(&format!("/api/checkout/{id}")).await.is_problem(404, "session_not_found");
        app.get(&format!("/api/checkout/{id}/events")).await.is_problem(404, "session_not_found");
        app.merchant_get(&format!("/api/sessions/{id}")).await.is_problem(404, "session_not_found");
        app.cancel(id).await.is_problem(404, "session_not_found");
        let body = json!({ "payer": payer() });
        app.put_payer(id, 1, &body).await.is_problem(404, "session_not_found");
        app.pay(id, "a").await.is_problem(404, "session_not_found");
    }
}

#[tokio::test]
async fn a_body_that_is_not_an_object_of_json_says_so() {
    let app = TestApp::new().await;
    for body in ["", "{", "nonsense", "{\"a\":}", "\u{0}", "{\"a\":\"\\ud800\"}", "[]", "1", "null"] {
        let answer = app.send(post("application/json", body.to_owned())).await;
        answer.is_problem(400, "malformed_request");
    }
    let deep = "[".repeat(10_000);
    app.send(post("application/json", deep)).await.is_problem(400, "malformed_request");
    let not_text = vec![b'{', b'"', 0xff, 0xfe, b'"', b'}'];
    app.send(post("application/json", not_text)).await.is_problem(400, "malformed_request");
}

#[tokio::test]
async fn a_body_of_another_type_says_so() {
    let app = TestApp::new().await;
    let body = json!({ "recipient": "FWU", "order": "2026-04417" }).to_string();
    for kind in ["", "text/plain", "application/x-www-form-urlencoded", "application/jsonx"] {
        app.send(post(kind, body.clone())).await.is_problem(415, "unsupported_media_type");
    }
    let answer = app.send(post("Application/JSON; charset=utf-8", body)).await;
    assert_eq!(answer.status, 201);
}

#[tokio::test]
async fn a_body_that_is_too_large_says_so() {
    let app = TestApp::new().await;
    let large = json!({ "recipient": "FWU", "order": "2026-04417", "description": "x".repeat(65_536) });
    app.post_session(&large).await.is_problem(413, "body_too_large");
    let id = app.confirmed_session().await;
    app.put_payer(&id, 2, &large).await.is_problem(413, "body_too_large");
    app.pay_with(&id, "a", &large).await.is_problem(413, "body_too_large");
    assert_eq!(app.view(&id).await["state"], "confirmed");
}

#[tokio::test]
async fn a_wrong_type_names_its_field() {
    let app = TestApp::new().await;
    for name in ["recipient", "order", "country", "customer_id", "description", "return_url", "locale", "expires_at"] {
        for value in [json!(1), json!(true), json!([]), json!({}), json!(1.5)] {
            let answer = app.post_session(&session(name, &value)).await;
            answer.is_problem(422, "invalid_field").blames(name, "wrong_type");
        }
    }
    for name in ["amount", "metadata"] {
        let answer = app.post_session(&session(name, &json!("text"))).await;
        answer.is_problem(422, "invalid_field").blames(name, "wrong_type");
    }
    let answer = app.post_session(&json!({})).await;
    answer.is_problem(422, "invalid_field");
    answer.blames("recipient", "required").blames("order", "required");
    let answer = app.post_session(&session("metadata", &json!({ "a": 1 }))).await;
    answer.is_problem(422, "invalid_field").blames("metadata.a", "wrong_type");
}

#[tokio::test]
async fn amounts_that_overflow_are_refused() {
    let app = TestApp::new().await;
    for amount in ["9223372036854775808", "1e30", "-1", "0", "1.5", "-9223372036854775809"] {
        let body = format!(
            r#"{{"recipient":"FWU","order":"2026-04417","amount":{{"amount":{amount},"currency":"EUR"}}}}"#
        );
        let answer = app.send(post("application/json", body)).await;
        answer.is_problem(422, "invalid_field").blames("amount.amount", "invalid");
    }
    let answer = app.post_session(&session("amount", &json!({ "amount": "1", "currency": "euro" }))).await;
    answer.blames("amount.amount", "wrong_type").blames("amount.currency", "invalid");
    let answer = app.post_session(&session("amount", &json!({}))).await;
    answer.blames("amount.amount", "required").blames("amount.currency", "required");
}

#[tokio::test]
async fn links_lead_to_pages_only() {
    let app = TestApp::new().await;
    let wrong = [
        "javascript:alert(1)", "data:text/html,x", "ftp://a.example", "//a.example", "/a", "a",
        "https://", "https:///a", "https://a b", " https://a.example",
    ];
    for url in wrong {
        for name in ["return_url", "callback_url"] {
            let answer = app.post_session(&session(name, &json!(url))).await;
            answer.is_problem(422, "invalid_field").blames(name, "invalid");
        }
    }
}

#[tokio::test]
async fn what_no_merchant_means_is_refused_by_name() {
    let app = TestApp::new().await;
    let refused = |name: &'static str, value: Value, code: &'static str| {
        let app = &app;
        async move {
            let answer = app.post_session(&session(name, &value)).await;
            answer.is_problem(422, "invalid_field").blames(name, code);
        }
    };
    refused("description", json!("a\u{0}b"), "invalid_characters").await;
    refused("customer_id", json!("a\u{7}b"), "invalid_characters").await;
    refused("description", json!("x".repeat(1001)), "too_long").await;
    refused("locale", json!("<b>"), "invalid").await;
    refused("expires_at", json!("tomorrow"), "invalid").await;
    refused("country", json!("Spain"), "invalid").await;
    let many: serde_json::Map<String, Value> = (0..51).map(|n| (n.to_string(), json!("x"))).collect();
    refused("metadata", Value::Object(many), "too_long").await;
}

#[tokio::test]
async fn text_in_any_script_comes_back_as_it_was() {
    let app = TestApp::new().await;
    for text in HOSTILE {
        let mut body = session("description", &json!(text));
        body["metadata"] = json!({ "note": text });
        body["payer"] = payer();
        body["payer"]["last_name"] = json!(text);
        let made = app.post_session(&body).await.ok();
        assert_eq!(made["description"], text);
        assert_eq!(made["metadata"]["note"], text);
        let id = made["id"].as_str().unwrap();
        let confirmed = app.put_payer(id, 1, &json!({ "payer": body["payer"] })).await.ok();
        assert_eq!(confirmed["payer"]["last_name"].as_str().unwrap().trim(), text.trim());
        assert_eq!(confirmed["order"]["description"], text);
    }
}

#[tokio::test]
async fn a_payment_that_is_malformed_charges_nothing() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    let refused = |body: Value, field: &'static str, code: &'static str| {
        let (app, id) = (&app, &id);
        async move {
            let answer = app.pay_with(id, "a", &body).await;
            answer.is_problem(422, "invalid_field").blames(field, code);
        }
    };
    refused(json!({}), "method", "required").await;
    refused(json!({ "method": "cash" }), "method", "unknown_option").await;
    refused(json!({ "method": 1 }), "method", "wrong_type").await;
    refused(json!({ "method": "card" }), "token", "required").await;
    refused(json!({ "method": "card", "token": 1 }), "token", "wrong_type").await;
    refused(json!({ "method": "card", "token": "a b" }), "token", "invalid").await;
    for key in ["", "short", "with space 1234567", &"x".repeat(65), "ключключключключ"] {
        let mut request = TestApp::payment_request(&id, "0123456789abcdef", &json!({ "method": "card", "token": "t" }));
        request.headers_mut().insert("idempotency-key", axum::http::HeaderValue::from_bytes(key.as_bytes()).unwrap());
        app.send(request).await.is_problem(400, "idempotency_key_required");
    }
    let mut request = TestApp::payment_request(&id, "0123456789abcdef", &json!({ "method": "card", "token": "t" }));
    request.headers_mut().remove("idempotency-key");
    app.send(request).await.is_problem(400, "idempotency_key_required");
    assert!(app.processor.asked().is_empty());
    assert_eq!(app.view(&id).await["state"], "confirmed");
}

#[tokio::test]
async fn a_payers_form_of_wrong_types_names_the_fields() {
    let app = TestApp::new().await;
    let id = app.session_for("2026-04417").await;
    let answer = app.put_payer(&id, 1, &json!({ "payer": { "email": 1, "city": [] } })).await;
    answer.is_problem(422, "invalid_field");
    answer.blames("payer.email", "wrong_type").blames("payer.city", "wrong_type");
    app.put_payer(&id, 1, &json!({})).await.is_problem(422, "invalid_field").blames("payer", "required");
    let answer = app.put_payer(&id, 1, &json!({ "payer": "x" })).await;
    answer.is_problem(422, "invalid_field").blames("payer", "wrong_type");
}

#[tokio::test]
async fn searches_for_anything_are_answered() {
    let app = TestApp::new().await;
    for query in ["%25", "%27", "%22", "_", "%E2%80%AE", "%F0%9F%8E%93", "a&query=b", "*"] {
        app.merchant_get(&format!("/api/recipients?query={query}")).await.ok();
        app.merchant_get(&format!("/api/orders?query={query}")).await.ok();
    }
    let answer = app.merchant_get("/api/recipients?query=%00").await;
    answer.is_problem(422, "invalid_field").blames("query", "invalid_characters");
    let answer = app.merchant_get(&format!("/api/orders?query={}", "x".repeat(201))).await;
    answer.is_problem(422, "invalid_field").blames("query", "too_long");
    let answer = app.merchant_get("/api/orders?query=%FF").await;
    assert!(answer.status == 200 || answer.status == 400, "{}", answer.text);
}

/// Any JSON at all.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(any::<String>(), inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_sent_is_never_the_servers_fault(
        name in prop::sample::select(vec![
            "recipient", "order", "country", "amount", "customer_id", "description", "return_url",
            "callback_url", "locale", "metadata", "expires_at", "payer",
        ]),
        value in any_json(),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let app = TestApp::new().await;
            let answer = app.post_session(&session(name, &value)).await;
            assert!(answer.status.as_u16() < 500, "{name}: {value}: {}", answer.text);
            if let Some(id) = answer.json()["id"].as_str() {
                app.view(id).await;
            }
        });
    }
}
