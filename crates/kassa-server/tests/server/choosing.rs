//! The payer chooses how it is sent, and gives codes that make it cheaper.

use axum::body::Body;
use axum::http::{Method, Request};
use serde_json::{Value, json};

use crate::support::{Answer, TestApp, payer};

/// An order of € 100.00 that is sent by post for nothing, or fast for € 15.00.
fn order(number: &str) -> Value {
    json!({
        "number": number, "country": "ES", "amount": { "amount": 10_000, "currency": "EUR" },
        "shipping_options": [
            { "id": "post", "label": "By post", "amount": 0 },
            { "id": "fast", "label": "Fast <b>", "group": "At home", "amount": 1_500 },
        ],
        "discounts": [
            { "code": "SPRING", "label": "Spring", "percent": 15 },
            { "code": "All", "label": "All of it", "amount": 10_000 },
        ],
    })
}

async fn post_order(app: &TestApp, body: &Value) -> Answer {
    app.merchant_send(Method::POST, "/api/orders", body).await
}

/// A confirmed session for such an order; its id.
async fn session(app: &TestApp) -> String {
    post_order(app, &order("SHIPPED")).await.ok();
    app.confirmed_session_for("SHIPPED").await
}

async fn put(app: &TestApp, id: &str, what: &str, (version, body): (u64, Value)) -> Answer {
    let request = Request::put(format!("/api/checkout/{id}/{what}"))
        .header("content-type", "application/json")
        .header("if-match", format!("\"{version}\""));
    app.send(request.body(Body::from(body.to_string())).unwrap())
        .await
}

fn version(view: &Value) -> u64 {
    view["version"].as_u64().unwrap()
}

#[tokio::test]
async fn the_total_follows_what_the_payer_chooses_and_that_is_charged() {
    let app = TestApp::new().await;
    let id = session(&app).await;
    let first = app.view(&id).await;
    assert_eq!(first["amount"]["amount"], 10_000);
    assert_eq!(first["shipping"][0]["chosen"], true);
    assert_eq!(first["shipping"][1]["amount"], "€15.00");
    assert_eq!(first["discounts"]["codes"], json!([]));

    let chosen = json!({ "option": "fast" });
    let fast = put(&app, &id, "shipping", (version(&first), chosen))
        .await
        .ok();
    assert_eq!(
        fast["state"], "confirmed",
        "nothing has to be confirmed again"
    );
    assert_eq!(fast["total"], "€115.00");
    let codes = json!({ "codes": ["spring"] });
    let cheap = put(&app, &id, "discounts", (version(&fast), codes))
        .await
        .ok();
    assert_eq!(cheap["total"], "€100.00");
    assert_eq!(cheap["discounts"]["codes"], json!(["SPRING"]));
    let lines: Vec<_> = cheap["order"]["lines"].as_array().unwrap().iter().collect();
    let amounts: Vec<_> = lines.iter().map(|line| line["amount"].as_str()).collect();
    assert_eq!(amounts, [Some("€100.00"), Some("€15.00"), Some("-€15.00")]);

    let paid = app.pay(&id, "a").await.ok();
    assert_eq!(paid["payment"]["amount"], "€100.00");
    let read = app.merchant_get(&format!("/api/sessions/{id}")).await.ok();
    assert_eq!(read["shipping"], "fast");
    let reference = paid["payment"]["reference"].as_str().unwrap();
    let payment = app
        .merchant_get(&format!("/api/payments/{reference}"))
        .await
        .ok();
    assert_eq!(payment["captured"]["amount"], 10_000);
}

#[tokio::test]
async fn what_the_order_does_not_offer_is_refused_beside_its_field() {
    let app = TestApp::new().await;
    let id = session(&app).await;
    let seen = version(&app.view(&id).await);
    for (what, body, field, code) in [
        (
            "shipping",
            json!({ "option": "drone" }),
            "option",
            "unknown_option",
        ),
        ("shipping", json!({}), "option", "required"),
        (
            "discounts",
            json!({ "codes": ["WINTER"] }),
            "codes",
            "unknown",
        ),
        ("discounts", json!({ "codes": ["all"] }), "codes", "invalid"),
        (
            "discounts",
            json!({ "codes": "all" }),
            "codes",
            "wrong_type",
        ),
    ] {
        let refused = put(&app, &id, what, (seen, body)).await;
        refused.is_problem(422, "invalid_field").blames(field, code);
    }
    assert_eq!(app.view(&id).await["amount"]["amount"], 10_000);
}

#[tokio::test]
async fn who_saw_something_old_or_paid_chooses_nothing() {
    let app = TestApp::new().await;
    let id = session(&app).await;
    let fast = json!({ "option": "fast" });
    let seen = version(&app.view(&id).await);
    let stale = put(&app, &id, "shipping", (seen + 7, fast.clone())).await;
    stale.is_problem(412, "version_stale");
    let paid = app.pay(&id, "a").await.ok();
    let late = put(&app, &id, "shipping", (version(&paid), fast)).await;
    late.is_problem(409, "session_complete");
    assert_eq!(paid["payment"]["amount"], "€100.00");
}

#[tokio::test]
async fn an_order_without_options_has_nothing_to_choose() {
    let app = TestApp::new().await;
    let id = app.session_for("2026-04417").await;
    let view = app.view(&id).await;
    assert!(view.get("shipping").is_none() && view.get("discounts").is_none());
    put(&app, &id, "discounts", (1, json!({ "codes": ["SPRING"] })))
        .await
        .is_problem(422, "invalid_field");
}

#[tokio::test]
async fn an_order_says_what_is_wrong_with_its_options() {
    let app = TestApp::new().await;
    let mut twice = order("1");
    twice["shipping_options"][1]["id"] = json!("post");
    twice["discounts"][1]["code"] = json!("spring");
    post_order(&app, &twice)
        .await
        .is_problem(422, "invalid_field")
        .blames("shipping_options", "mismatch")
        .blames("discounts", "mismatch");
    let mut wrong = order("1");
    wrong["shipping_options"][0]["amount"] = json!(-1);
    wrong["discounts"][0]["percent"] = json!(101);
    wrong["discounts"][1]["percent"] = json!(5);
    post_order(&app, &wrong)
        .await
        .is_problem(422, "invalid_field")
        .blames("shipping_options.amount", "invalid")
        .blames("discounts.percent", "invalid")
        .blames("discounts.percent", "mismatch");
    let made = post_order(&app, &order("1")).await.ok();
    assert_eq!(made["shipping_options"][1]["group"], "At home");
    assert_eq!(made["discounts"][0]["percent"], 15);
    assert_eq!(post_order(&app, &order("1")).await.status, 201);
}

#[tokio::test]
async fn a_payers_choice_outlives_a_merchants_change() {
    let app = TestApp::new().await;
    let id = session(&app).await;
    let fast = json!({ "option": "fast" });
    put(&app, &id, "shipping", (version(&app.view(&id).await), fast))
        .await
        .ok();
    let change = json!({
        "amount": { "amount": 10_000, "currency": "EUR" }, "payer": payer(),
    });
    let path = format!("/api/sessions/{id}");
    let changed = app.merchant_send(Method::PATCH, &path, &change).await.ok();
    assert_eq!(changed["amount"]["amount"], 11_500);
    assert_eq!(changed["shipping"], "fast");
}
