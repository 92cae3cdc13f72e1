//! A merchant starts a checkout.

use serde_json::json;

use crate::support::{API_KEY, OTHER_API_KEY, TestApp};

#[tokio::test]
async fn a_session_is_a_link_that_lasts_two_hours() {
    let app = TestApp::new().await;
    let answer = app
        .post_session(&json!({ "recipient": "FWU", "order": "2026-04417" }))
        .await;
    assert_eq!(answer.status, 201);
    let session = answer.ok();
    let id = session["id"].as_str().unwrap();
    assert_eq!(session["url"], format!("https://pay.example/v1/view/{id}/"));
    assert_eq!(answer.header("location"), format!("/api/sessions/{id}"));
    assert_eq!(session["state"], "open");
    assert_eq!(
        session["amount"],
        json!({ "amount": 485_000, "currency": "EUR" })
    );
    assert_eq!(session["created_at"], "2026-11-20T12:00:00Z");
    assert_eq!(session["expires_at"], "2026-11-20T14:00:00Z");
    assert_eq!(app.happened(id).await, ["session.created"]);
    let read = app.merchant_get(&format!("/api/sessions/{id}")).await.ok();
    assert_eq!(read, session);
}

#[tokio::test]
async fn everything_the_merchant_says_is_kept() {
    let app = TestApp::new().await;
    let said = json!({
        "recipient": "NGS", "order": "N-1", "country": "JP",
        "amount": { "amount": 98_000, "currency": "JPY" },
        "customer_id": "c-1", "description": "学費 <b>\u{202e}🎓", "locale": "es",
        "return_url": "https://shop.example/thanks?a=1#b",
        "metadata": { "cart": "7", "ключ": "" },
        "expires_at": "2026-11-21T12:00:00+01:00",
    });
    let session = app.post_session(&said).await.ok();
    for name in [
        "customer_id",
        "description",
        "locale",
        "return_url",
        "metadata",
    ] {
        assert_eq!(session[name], said[name], "{name}");
    }
    assert_eq!(session["expires_at"], "2026-11-21T11:00:00Z");
    let view = app.view(session["id"].as_str().unwrap()).await;
    assert_eq!(view["locale"], "es");
    assert_eq!(view["order"]["description"], said["description"]);
}

#[tokio::test]
async fn a_recipient_that_is_not_known_is_refused_by_name() {
    let app = TestApp::new().await;
    for malformed in ["fwu", "FW", "FWUX", "<b>", "FW\0", ""] {
        let answer = app.open(malformed, "2026-04417").await;
        if malformed.contains('\0') {
            answer
                .is_problem(422, "invalid_field")
                .blames("recipient", "invalid_characters");
        } else {
            let answer = answer.is_problem(422, "unknown_recipient");
            answer.blames("recipient", "invalid_recipient_id");
        }
    }
    app.open("XXX", "2026-04417")
        .await
        .is_problem(422, "unknown_recipient")
        .blames("recipient", "unknown");
    // Another merchant's is no more known than nobody's.
    app.open("OTH", "2026-04417")
        .await
        .is_problem(422, "unknown_recipient")
        .blames("recipient", "unknown");
}

#[tokio::test]
async fn an_order_that_is_not_known_or_paid_is_refused_by_name() {
    let app = TestApp::new().await;
    app.open("FWU", "nope")
        .await
        .is_problem(422, "unknown_order")
        .blames("order", "unknown");
    app.open("FWU", "OTHER-1")
        .await
        .is_problem(422, "unknown_order")
        .blames("order", "unknown");
    app.open("FWU", " x")
        .await
        .is_problem(422, "unknown_order")
        .blames("order", "invalid");
    let id = app.confirmed_session().await;
    app.pay(&id, "a").await.ok();
    app.open("FWU", "2026-04417")
        .await
        .is_problem(409, "order_paid")
        .blames("order", "already_paid");
}

#[tokio::test]
async fn a_recipient_takes_orders_of_its_own_country_and_currency_only() {
    let app = TestApp::new().await;
    let answer = app
        .post_session(&json!({ "recipient": "NGS", "order": "2026-04417" }))
        .await;
    answer
        .is_problem(422, "country_mismatch")
        .blames("order", "mismatch");
    let detail = answer.json()["detail"].to_string();
    assert!(detail.contains("ES") && detail.contains("JP"), "{detail}");
    let answer = app
        .post_session(&json!({ "recipient": "FWU", "order": "PESETAS" }))
        .await;
    answer
        .is_problem(422, "currency_mismatch")
        .blames("order", "mismatch");
}

#[tokio::test]
async fn a_merchant_that_is_wrong_about_its_order_hears_so() {
    let app = TestApp::new().await;
    let with = |name: &str, value: serde_json::Value| {
        let mut body = json!({ "recipient": "FWU", "order": "2026-04417" });
        body[name] = value;
        body
    };
    let foreign = with("amount", json!({ "amount": 485_000, "currency": "USD" }));
    let answer = app.post_session(&foreign).await;
    answer
        .is_problem(422, "currency_mismatch")
        .blames("amount.currency", "mismatch");
    let less = with("amount", json!({ "amount": 1, "currency": "EUR" }));
    let answer = app.post_session(&less).await;
    answer
        .is_problem(422, "invalid_field")
        .blames("amount.amount", "mismatch");
    let answer = app.post_session(&with("country", json!("FR"))).await;
    answer
        .is_problem(422, "country_mismatch")
        .blames("country", "mismatch");
    let answer = app
        .post_session(&with("expires_at", json!("2026-11-20T12:00:00Z")))
        .await;
    answer
        .is_problem(422, "invalid_field")
        .blames("expires_at", "invalid");
}

#[tokio::test]
async fn a_payers_information_is_never_refused_to_the_merchant() {
    let app = TestApp::new().await;
    let payer = json!({
        "first_name": 7, "last_name": ["no"], "email": "not an address", "phone": null,
        "address": "a\u{0}b", "city": "x".repeat(5000), "unknown": "y",
        "fields": { "student_id": true, "other": { "deep": 1 } },
    });
    let body = json!({ "recipient": "FWU", "order": "2026-04417", "payer": payer });
    let session = app.post_session(&body).await.ok();
    assert_eq!(session["payer"]["first_name"], "7");
    assert_eq!(session["payer"]["fields.student_id"], "true");
    assert_eq!(session["payer"]["last_name"], json!(null));
    assert_eq!(session["payer"]["unknown"], json!(null));
    assert_eq!(session["payer"]["city"].as_str().unwrap().len(), 1000);
    let view = app.view(session["id"].as_str().unwrap()).await;
    let wrong = |field: &str, code: &str| {
        let problems = view["problems"].as_array().unwrap();
        assert!(
            problems
                .iter()
                .any(|p| p["field"] == field && p["code"] == code),
            "{field}"
        );
    };
    wrong("email", "invalid_email");
    wrong("address", "invalid_characters");
    wrong("city", "too_long");
    wrong("last_name", "required");
    for payer in [json!("text"), json!([1]), json!(null), json!(1)] {
        let body = json!({ "recipient": "FWU", "order": "2026-04417", "payer": payer });
        app.post_session(&body).await.ok();
    }
}

#[tokio::test]
async fn nobody_gets_in_without_a_key() {
    let app = TestApp::new().await;
    for path in [
        "/api/recipients",
        "/api/orders",
        "/api/payments/FWU000000000",
    ] {
        let answer = app.get(path).await;
        answer.is_problem(401, "unauthorized");
        assert_eq!(answer.header("www-authenticate"), "Bearer");
        for key in [
            "",
            "sk_",
            &API_KEY.to_uppercase(),
            &format!("{API_KEY}x"),
            "ключ",
        ] {
            app.get_with_key(path, key)
                .await
                .is_problem(401, "unauthorized");
        }
    }
}

#[tokio::test]
async fn a_merchant_sees_its_own_only() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    let view = app.pay(&id, "a").await.ok();
    let reference = view["payment"]["reference"].as_str().unwrap();
    let session = format!("/api/sessions/{id}");
    let payment = format!("/api/payments/{reference}");
    app.get_with_key(&session, OTHER_API_KEY)
        .await
        .is_problem(404, "session_not_found");
    app.get_with_key(&payment, OTHER_API_KEY)
        .await
        .is_problem(404, "payment_not_found");
    app.merchant_get(&session).await.ok();
    app.merchant_get(&payment).await.ok();
}
