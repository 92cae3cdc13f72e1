//! What a key may do, and what of others it finds.

use axum::body::Body;
use axum::http::{Method, Request};
use kassa_server::domain::Scope;
use kassa_server::store::Accounts;
use serde_json::{Value, json};

use crate::support::{OTHER_API_KEY, TestApp, holder_of, payer};

const READS: &str = "sk_read";

#[tokio::test]
async fn a_key_that_only_reads_changes_nothing() {
    let app = TestApp::new().await;
    let reader = holder_of(READS, Scope::Read);
    app.store.add_account(&reader).await.unwrap();
    for (method, path) in app.keyed_endpoints().await {
        let address = address(&path, &Things::invented());
        let answer = app
            .send_with_key(READS, method.clone(), (&address, &body_for(&path)))
            .await;
        if method == Method::GET {
            assert!(
                [200, 404].contains(&answer.status.as_u16()),
                "{path}: {}",
                answer.text
            );
        } else {
            answer.is_problem(403, "insufficient_scope");
        }
    }
}

#[tokio::test]
async fn without_a_key_nothing_is_answered() {
    let app = TestApp::new().await;
    let things = Things::of(&app).await;
    let before = things.read(&app).await;
    for (method, path) in app.keyed_endpoints().await {
        let address = address(&path, &things);
        let wrong = app
            .send_with_key("sk_wrong", method.clone(), (&address, &body_for(&path)))
            .await;
        wrong.is_problem(401, "unauthorized");
        let request = Request::builder().method(method).uri(&address);
        let none = app.send(request.body(Body::empty()).unwrap()).await;
        none.is_problem(401, "unauthorized");
    }
    assert_eq!(before, things.read(&app).await);
}

#[tokio::test]
async fn another_merchants_key_finds_nothing_and_changes_nothing() {
    let app = TestApp::new().await;
    let things = Things::of(&app).await;
    let before = things.read(&app).await;
    for (method, path) in app.keyed_endpoints().await {
        let address = address(&path, &things);
        let answer = app
            .send_with_key(OTHER_API_KEY, method.clone(), (&address, &body_for(&path)))
            .await;
        let named = path.contains('{');
        let makes = path == "/api/recipients/{id}" && method == Method::PUT;
        if makes {
            answer.is_problem(409, "recipient_id_taken");
        } else if named {
            assert_eq!(answer.status, 404, "{method} {path}: {}", answer.text);
        } else {
            assert!(
                answer.status.as_u16() < 500,
                "{method} {path}: {}",
                answer.text
            );
        }
        for secret in [
            "FWU",
            "2026-04417",
            "Vallarca",
            "Amina",
            things.session.as_str(),
            things.endpoint.as_str(),
            things.delivery.as_str(),
        ] {
            let echoed = makes || body_for(&path).to_string().contains(secret);
            assert!(
                echoed || !answer.text.contains(secret),
                "{method} {path}: {}",
                answer.text
            );
        }
    }
    assert_eq!(before, things.read(&app).await);
}

/// What the first merchant has.
struct Things {
    session: String,
    payment: String,
    refund: String,
    endpoint: String,
    delivery: String,
    recipient: &'static str,
    order: &'static str,
}

impl Things {
    async fn of(app: &TestApp) -> Self {
        app.leave_in_outbox();
        let body = json!({ "url": "http://127.0.0.1:9/hooks" });
        let endpoint = app
            .merchant_send(Method::POST, "/api/webhooks/endpoints", &body)
            .await
            .ok();
        let session = app.confirmed_session().await;
        app.pay(&session, "a").await.ok();
        let read = app
            .merchant_get(&format!("/api/sessions/{session}"))
            .await
            .ok();
        let payment = read["payment"].as_str().unwrap().to_owned();
        let refunds = format!("/api/payments/{payment}/refunds");
        let refund = app
            .merchant_send(Method::POST, &refunds, &json!({ "reason": "Amina" }))
            .await
            .ok();
        let sent = app.merchant_get("/api/webhooks/deliveries").await.ok();
        Self {
            session,
            payment,
            refund: refund["id"].as_str().unwrap().to_owned(),
            endpoint: endpoint["id"].as_str().unwrap().to_owned(),
            delivery: sent["data"][0]["id"].as_str().unwrap().to_owned(),
            recipient: "FWU",
            order: "2026-04417",
        }
    }

    /// What nobody has.
    fn invented() -> Self {
        Self {
            session: "cs_000000000000000000000000".to_owned(),
            payment: "ZZZ000000000".to_owned(),
            refund: "rf_0000000000000000".to_owned(),
            endpoint: "we_0000000000000000".to_owned(),
            delivery: "del_0000000000000000".to_owned(),
            recipient: "ZZZ",
            order: "none",
        }
    }

    async fn read(&self, app: &TestApp) -> Vec<Value> {
        let mut all = Vec::new();
        for path in [
            format!("/api/sessions/{}", self.session),
            format!("/api/payments/{}", self.payment),
            format!("/api/refunds/{}", self.refund),
            format!("/api/recipients/{}", self.recipient),
            format!("/api/orders/{}", self.order),
            "/api/webhooks/endpoints".to_owned(),
            "/api/webhooks/deliveries".to_owned(),
        ] {
            all.push(app.merchant_get(&path).await.ok());
        }
        all
    }
}

fn address(path: &str, things: &Things) -> String {
    let id = if path.starts_with("/api/recipients/") {
        things.recipient
    } else if path.starts_with("/api/sessions/") {
        &things.session
    } else if path.starts_with("/api/webhooks/endpoints/") {
        &things.endpoint
    } else if path.starts_with("/api/webhooks/deliveries/") {
        &things.delivery
    } else {
        &things.refund
    };
    path.replace("{id}", id)
        .replace("{number}", things.order)
        .replace("{reference}", &things.payment)
}

/// A body that the endpoint would take from its owner.
fn body_for(path: &str) -> Value {
    match path {
        "/api/recipients/{id}" => json!({ "name": "X", "country": "ES", "currency": "EUR" }),
        "/api/orders" => {
            let amount = json!({ "amount": 1, "currency": "EUR" });
            json!({ "number": "NEW", "country": "ES", "amount": amount })
        }
        "/api/sessions" => json!({ "recipient": "FWU", "order": "2026-04417", "payer": payer() }),
        "/api/sessions/{id}" => json!({ "description": "Somebody else's" }),
        "/api/webhooks/endpoints" => json!({ "url": "http://127.0.0.1:9/theirs" }),
        "/api/webhooks/endpoints/{id}" => json!({ "state": "disabled" }),
        _ => json!({}),
    }
}
