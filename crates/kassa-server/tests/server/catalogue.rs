//! A merchant keeps recipients and orders here, and reads long lists page by page.

use axum::body::Body;
use axum::http::{Method, Request};
use serde_json::{Value, json};

use crate::support::{API_KEY, TestApp};

fn recipient() -> Value {
    json!({
        "name": "Lagos College", "country": "NG", "currency": "NGN",
        "fields": [
            { "id": "matric", "label": "Matric number", "required": true, "kind": "text", "pattern": "\\d{6}", "example": "123456" },
            { "id": "level", "label": "Level", "required": false, "kind": "choice", "options": ["100", "200"] },
        ],
    })
}

fn order(number: &str) -> Value {
    json!({
        "number": number, "country": "ES", "amount": { "amount": 1200, "currency": "EUR" },
        "description": "Residencia",
        "lines": [
            { "label": "Noviembre", "amount": 1500 },
            { "label": "Beca", "detail": "20 %", "amount": -300 },
        ],
    })
}

#[tokio::test]
async fn a_recipient_is_kept_as_it_was_put() {
    let app = TestApp::new().await;
    let put = |body: Value| {
        let app = &app;
        async move {
            app.merchant_send(Method::PUT, "/api/recipients/LAG", &body)
                .await
        }
    };
    let mut expected = recipient();
    expected["id"] = json!("LAG");
    assert_eq!(put(recipient()).await.ok(), expected);
    assert_eq!(app.merchant_get("/api/recipients/LAG").await.ok(), expected);
    expected["name"] = json!("Lagos City College");
    assert_eq!(put(expected.clone()).await.ok(), expected);
    assert_eq!(app.merchant_get("/api/recipients/LAG").await.ok(), expected);
    let list = app.merchant_get("/api/recipients?query=city").await.ok();
    assert_eq!(list["data"], json!([expected]));
}

#[tokio::test]
async fn a_recipient_that_cannot_be_is_refused_by_field() {
    let app = TestApp::new().await;
    let refused = |name: &'static str, value: Value, field: &'static str, code: &'static str| {
        let app = &app;
        async move {
            let mut body = recipient();
            body[name] = value;
            let answer = app
                .merchant_send(Method::PUT, "/api/recipients/LAG", &body)
                .await;
            answer.is_problem(422, "invalid_field").blames(field, code);
        }
    };
    refused("name", json!(" "), "name", "required").await;
    refused("country", json!("XX"), "country", "unknown").await;
    refused("currency", json!("EUX"), "currency", "unknown").await;
    refused("fields", json!("x"), "fields", "wrong_type").await;
    refused("fields", json!([1]), "fields", "wrong_type").await;
    refused(
        "fields",
        json!([{ "id": "A b", "label": "x" }]),
        "fields.id",
        "invalid",
    )
    .await;
    refused("fields", json!([{ "id": "a" }]), "fields.label", "required").await;
    let twice = json!([{ "id": "a", "label": "x" }, { "id": "a", "label": "y" }]);
    refused("fields", twice, "fields.id", "invalid").await;
    let many: Vec<Value> = (0..51)
        .map(|n| json!({ "id": format!("f{n}"), "label": "x" }))
        .collect();
    refused("fields", json!(many), "fields", "too_long").await;
    for id in ["lag", "LAGO", "%00", "L"] {
        let path = format!("/api/recipients/{id}");
        let answer = app.merchant_send(Method::PUT, &path, &recipient()).await;
        answer.is_problem(404, "recipient_not_found");
        app.merchant_get(&path)
            .await
            .is_problem(404, "recipient_not_found");
    }
}

#[tokio::test]
async fn a_question_that_payers_could_not_answer_is_refused() {
    let app = TestApp::new().await;
    for (own, field, code) in [
        (json!({ "kind": "colour" }), "fields.kind", "unknown_option"),
        (json!({ "kind": "choice" }), "fields.options", "required"),
        (
            json!({ "kind": "number", "options": ["1"] }),
            "fields.options",
            "mismatch",
        ),
        (json!({ "pattern": "(" }), "fields.pattern", "invalid"),
        (json!({ "pattern": "(?=a)b" }), "fields.pattern", "invalid"),
        (
            json!({ "pattern": "a".repeat(201) }),
            "fields.pattern",
            "too_long",
        ),
        (
            json!({ "kind": "date", "pattern": "a" }),
            "fields.pattern",
            "mismatch",
        ),
        (
            json!({ "pattern": "a+", "example": "b" }),
            "fields.example",
            "mismatch",
        ),
    ] {
        let mut own = own;
        own["id"] = json!("a");
        own["label"] = json!("x");
        let mut body = recipient();
        body["fields"] = json!([own]);
        let path = "/api/recipients/LAG";
        let answer = app.merchant_send(Method::PUT, path, &body).await;
        answer.is_problem(422, "invalid_field").blames(field, code);
    }
}

#[tokio::test]
async fn an_order_is_added_once() {
    let app = TestApp::new().await;
    let post = |body: Value| {
        let app = &app;
        async move { app.merchant_send(Method::POST, "/api/orders", &body).await }
    };
    let first = post(order("R 1/ñ")).await;
    assert_eq!(
        (first.status.as_u16(), first.header("location")),
        (201, "/api/orders/R%201%2F%C3%B1")
    );
    let read = app.merchant_get(first.header("location")).await.ok();
    assert_eq!(read, first.json());
    assert_eq!(read["paid"], false);
    assert_eq!(post(order("R 1/ñ")).await.ok(), read);
    let mut other = order("R 1/ñ");
    other["description"] = json!("Otra");
    post(other).await.is_problem(409, "order_exists");
    assert_eq!(app.merchant_get(first.header("location")).await.ok(), read);
}

async fn order_refused(name: &str, value: Value, (field, code): (&str, &str)) {
    let app = TestApp::new().await;
    let mut body = order("N");
    body[name] = value;
    let answer = app.merchant_send(Method::POST, "/api/orders", &body).await;
    answer.is_problem(422, "invalid_field").blames(field, code);
    let unknown = app.merchant_get("/api/orders/N").await;
    unknown.is_problem(404, "order_not_found");
}

#[tokio::test]
async fn an_order_that_does_not_add_up_is_refused() {
    let line = |amount: Value| json!({ "label": "x", "amount": amount });
    let sum = ("lines", "mismatch");
    order_refused("lines", json!([line(json!(1))]), sum).await;
    let huge = json!([line(json!(i64::MAX)), line(json!(1))]);
    order_refused("lines", huge, sum).await;
    let broken = json!([line(json!(1.5))]);
    order_refused("lines", broken, ("lines.amount", "invalid")).await;
}

#[tokio::test]
async fn an_order_for_nothing_or_nowhere_is_refused() {
    let money = |amount: i64, currency: &str| json!({ "amount": amount, "currency": currency });
    let nothing = ("amount.amount", "invalid");
    order_refused("amount", json!(null), ("amount", "required")).await;
    order_refused("amount", money(0, "EUR"), nothing).await;
    order_refused("amount", money(-1, "EUR"), nothing).await;
    order_refused("amount", money(1, "XXQ"), ("amount.currency", "unknown")).await;
    order_refused("country", json!("Spain"), ("country", "unknown")).await;
    order_refused("number", json!(null), ("number", "required")).await;
}

#[tokio::test]
async fn a_long_list_is_read_page_by_page_without_a_row_twice() {
    let app = TestApp::new().await;
    for n in 0..7 {
        app.merchant_send(Method::POST, "/api/orders", &order(&format!("P-{n}")))
            .await
            .ok();
    }
    let mut numbers = Vec::new();
    let mut cursor = String::new();
    loop {
        let path = format!("/api/orders?query=P-&limit=3&cursor={cursor}");
        let page = app.merchant_get(&path).await.ok();
        let data = page["data"].as_array().unwrap();
        assert!(data.len() <= 3);
        numbers.extend(
            data.iter()
                .map(|order| order["number"].as_str().unwrap().to_owned()),
        );
        match page["next_cursor"].as_str() {
            Some(next) => cursor = next.to_owned(),
            None => break,
        }
    }
    let expected: Vec<String> = (0..7).map(|n| format!("P-{n}")).collect();
    assert_eq!(numbers, expected);
}

#[tokio::test]
async fn pages_that_cannot_be_are_refused() {
    let app = TestApp::new().await;
    let page = app.merchant_get("/api/recipients?limit=1").await.ok();
    let recipients = page["next_cursor"].as_str().unwrap();
    for list in ["recipients", "orders", "events"] {
        for cursor in ["x", "%00", "%20", "AAAA", "cmVjaXBpZW50czo", "%F0%9F%8E%93"] {
            let answer = app
                .merchant_get(&format!("/api/{list}?cursor={cursor}"))
                .await;
            assert!(
                answer.status == 400 || cursor == "%00",
                "{list} {cursor}: {}",
                answer.text
            );
        }
        for limit in ["0", "101", "-1", "x", "99999999999"] {
            let answer = app
                .merchant_get(&format!("/api/{list}?limit={limit}"))
                .await;
            answer
                .is_problem(422, "invalid_field")
                .blames("limit", "invalid");
        }
    }
    let elsewhere = format!("/api/orders?cursor={recipients}");
    app.merchant_get(&elsewhere)
        .await
        .is_problem(400, "invalid_cursor");
}

#[tokio::test]
async fn a_merchant_follows_what_happens() {
    let app = TestApp::new().await;
    let first = app.confirmed_session().await;
    let page = app.merchant_get("/api/events?limit=1").await.ok();
    assert_eq!(page["data"][0]["type"], "session.created");
    assert_eq!(page["data"][0]["session"], first.as_str());
    let next = page["next_cursor"].as_str().unwrap();
    let page = app
        .merchant_get(&format!("/api/events?cursor={next}"))
        .await
        .ok();
    assert_eq!(page["data"][0]["type"], "session.confirmed");
    let next = page["next_cursor"].as_str().unwrap();
    let after = format!("/api/events?cursor={next}");
    assert_eq!(app.merchant_get(&after).await.ok(), json!({ "data": [] }));
    let second = app.session_for("2026-04418").await;
    let page = app.merchant_get(&after).await.ok();
    assert_eq!(page["data"].as_array().unwrap().len(), 1);
    assert_eq!(page["data"][0]["session"], second.as_str());
}

#[tokio::test]
async fn a_merchant_calls_a_session_off_once_and_for_all() {
    let app = TestApp::new().await;
    let session = app.confirmed_session().await;
    let path = format!("/api/sessions/{session}/cancel");
    let request = Request::post(&path).header("authorization", format!("Bearer {API_KEY}"));
    let answer = app.send(request.body(Body::empty()).unwrap()).await;
    assert_eq!(answer.ok()["state"], "cancelled");
    let again = app.merchant_send(Method::POST, &path, &json!({})).await;
    assert_eq!(again.ok()["state"], "cancelled");
    app.pay(&session, "a")
        .await
        .is_problem(409, "session_cancelled");
}
