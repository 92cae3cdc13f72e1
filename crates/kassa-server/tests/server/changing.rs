//! A merchant changes a session that waits.

use axum::http::Method;
use jiff::SignedDuration;
use kassa_server::domain::Outcome;
use kassa_server::store::{Catalogue, Imported};
use kassa_wire::Money;
use serde_json::{Value, json};

use crate::support::{Answer, Receiver, Reply, TestApp, payer};

impl TestApp {
    async fn change(&self, id: &str, changes: &Value) -> Answer {
        let path = format!("/api/sessions/{id}");
        self.merchant_send(Method::PATCH, &path, changes).await
    }

    async fn read(&self, id: &str) -> Value {
        self.merchant_get(&format!("/api/sessions/{id}")).await.ok()
    }

    /// The order costs this from now on.
    async fn reprice(&self, amount: i64) {
        let account = Self::account();
        let number = "2026-04417".parse().unwrap();
        let mut order = self.store.order(&account, &number).await.unwrap().unwrap();
        order.amount.amount = amount;
        let imported = self.store.import_orders(&[order]).await.unwrap();
        assert_eq!(imported, Imported::All);
    }
}

fn euros(amount: i64) -> Value {
    let currency = "EUR".parse().unwrap();
    json!(Money { amount, currency })
}

#[tokio::test]
async fn what_the_merchant_changes_is_what_the_payer_sees() {
    let app = TestApp::new().await;
    let id = app.session_for("2026-04417").await;
    let changes = json!({
        "customer_id": "c-2", "description": "Autumn term", "locale": "es",
        "return_url": "https://shop.example/back", "callback_url": "https://shop.example/hooks",
        "metadata": { "cart": "8" }, "expires_at": "2026-11-20T16:00:00+01:00",
    });
    let answer = app.change(&id, &changes).await.ok();
    for name in [
        "customer_id",
        "description",
        "locale",
        "return_url",
        "callback_url",
        "metadata",
    ] {
        assert_eq!(answer[name], changes[name], "{name}");
    }
    assert_eq!(answer["expires_at"], "2026-11-20T15:00:00Z");
    assert_eq!(answer["state"], "open");
    assert_eq!(app.read(&id).await, answer);
    let view = app.view(&id).await;
    assert_eq!(view["version"], 2);
    assert_eq!(view["order"]["description"], "Autumn term");
    assert_eq!(view["locale"], "es");
    assert_eq!(
        app.happened(&id).await,
        ["session.created", "session.updated"]
    );
    app.leave_in_outbox();
}

#[tokio::test]
async fn what_is_not_said_stays_and_null_takes_away() {
    let app = TestApp::new().await;
    let said = json!({
        "recipient": "FWU", "order": "2026-04417", "customer_id": "c-1", "description": "A",
        "return_url": "https://shop.example/back", "metadata": { "cart": "7" }, "payer": payer(),
    });
    let before = app.post_session(&said).await.ok();
    let id = before["id"].as_str().unwrap();
    assert_eq!(
        app.change(id, &json!({ "metadata": { "cart": "7" } }))
            .await
            .ok(),
        before
    );
    let nothing = json!({
        "customer_id": null, "description": null, "metadata": null, "amount": null,
        "payer": null, "expires_at": null,
    });
    let after = app.change(id, &nothing).await.ok();
    for name in ["customer_id", "description", "metadata"] {
        assert_eq!(after[name], json!(null), "{name}");
    }
    for name in ["return_url", "amount", "payer", "expires_at"] {
        assert_eq!(after[name], before[name], "{name}");
    }
    let view = app.view(id).await;
    assert_eq!(
        view["order"]["description"],
        "<script>alert(1)</script> Matrícula"
    );
}

#[tokio::test]
async fn the_same_change_twice_is_one_change() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    let changes = json!({ "description": "Autumn term", "metadata": { "cart": "8" } });
    let once = app.change(&id, &changes).await.ok();
    assert_eq!(app.change(&id, &changes).await.ok(), once);
    assert_eq!(app.change(&id, &json!({})).await.ok(), once);
    assert_eq!(
        once["state"], "confirmed",
        "what the payer confirmed is not touched"
    );
    let told = app.happened(&id).await;
    assert_eq!(
        told,
        ["session.created", "session.confirmed", "session.updated"]
    );
}

#[tokio::test]
async fn a_payer_confirms_a_new_price_before_it_is_charged() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    app.reprice(500_000).await;
    let changed = app
        .change(&id, &json!({ "amount": euros(500_000) }))
        .await
        .ok();
    assert_eq!(changed["amount"], euros(500_000));
    assert_eq!(changed["state"], "open");
    app.pay(&id, "a")
        .await
        .is_problem(409, "payer_not_confirmed");
    let body = json!({ "payer": payer() });
    let stale = app.put_payer(&id, 2, &body).await;
    stale.is_problem(412, "version_stale");
    app.put_payer(&id, 3, &body).await.ok();
    assert_eq!(app.pay(&id, "b").await.ok()["total"], "€5,000.00");
}

#[tokio::test]
async fn a_price_changed_after_a_refusal_is_what_the_next_try_charges() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    let declined = Outcome::Declined(kassa_wire::state::DeclineReason::Declined);
    app.processor.next(Reply::Say(declined));
    app.pay(&id, "a").await.ok();
    app.reprice(400_000).await;
    app.change(&id, &json!({ "amount": euros(400_000) }))
        .await
        .ok();
    let version = app.view(&id).await["version"].as_u64().unwrap();
    let body = json!({ "payer": payer() });
    app.put_payer(&id, version, &body).await.ok();
    let paid = app.pay(&id, "b").await.ok();
    let reference = paid["payment"]["reference"].as_str().unwrap();
    let payment = app
        .merchant_get(&format!("/api/payments/{reference}"))
        .await
        .ok();
    assert_eq!(payment["amount"], euros(400_000));
}

#[tokio::test]
async fn a_session_costs_what_its_order_costs() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    let answer = app.change(&id, &json!({ "amount": euros(1) })).await;
    answer
        .is_problem(422, "invalid_field")
        .blames("amount.amount", "mismatch");
    let dollars = json!({ "amount": { "amount": 485_000, "currency": "USD" } });
    let answer = app.change(&id, &dollars).await;
    answer
        .is_problem(422, "currency_mismatch")
        .blames("amount.currency", "mismatch");
    let same = app
        .change(&id, &json!({ "amount": euros(485_000) }))
        .await
        .ok();
    assert_eq!(same["state"], "confirmed");
}

#[tokio::test]
async fn a_payer_confirms_what_the_merchant_wrote_of_them() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    let mut other = payer();
    other["city"] = json!("Abuja");
    let changed = app.change(&id, &json!({ "payer": other })).await.ok();
    assert_eq!(changed["payer"]["city"], "Abuja");
    assert_eq!(changed["state"], "open");
    app.pay(&id, "a")
        .await
        .is_problem(409, "payer_not_confirmed");
}

#[tokio::test]
async fn a_session_that_is_being_paid_or_is_over_stays_as_it_is() {
    let app = TestApp::new().await;
    let changes = json!({ "description": "Autumn term" });
    let paid = app.confirmed_session().await;
    app.processor.next(Reply::Say(Outcome::Processing(None)));
    app.pay(&paid, "a").await.ok();
    let under_way = app.change(&paid, &changes).await;
    under_way.is_problem(409, "payment_in_progress");
    app.processor
        .becomes(&app.only_attempt(), Outcome::Captured);
    kassa_server::payments::reconcile(&app.kassa, jiff::Timestamp::MAX)
        .await
        .unwrap();
    app.change(&paid, &changes)
        .await
        .is_problem(409, "session_complete");
    let cancelled = app.session_for("2026-04418").await;
    app.cancel(&cancelled).await.ok();
    app.change(&cancelled, &changes)
        .await
        .is_problem(409, "session_cancelled");
    let expired = app.session_for("2026-04418").await;
    app.clock.advance(SignedDuration::from_hours(2));
    let more_time = json!({ "expires_at": "2027-01-01T00:00:00Z" });
    app.change(&expired, &more_time)
        .await
        .is_problem(409, "session_expired");
}

#[tokio::test]
async fn everything_wrong_with_a_change_is_told_at_once_and_nothing_is_changed() {
    let app = TestApp::new().await;
    let id = app.session_for("2026-04417").await;
    let before = app.read(&id).await;
    let wrong = json!({
        "recipient": "NGS", "order": "N-1", "capture": "manual", "amount": 7,
        "customer_id": 1, "description": "d".repeat(1001), "return_url": "javascript:alert(1)",
        "callback_url": "ftp://shop.example/", "locale": "<b>", "metadata": { "a": 1 },
        "expires_at": "tomorrow",
    });
    let answer = app.change(&id, &wrong).await;
    answer.is_problem(422, "invalid_field");
    for (field, code) in [
        ("recipient", "mismatch"),
        ("order", "mismatch"),
        ("capture", "mismatch"),
        ("amount", "wrong_type"),
        ("customer_id", "wrong_type"),
        ("description", "too_long"),
        ("return_url", "invalid"),
        ("callback_url", "invalid"),
        ("locale", "invalid"),
        ("metadata.a", "wrong_type"),
        ("expires_at", "invalid"),
    ] {
        answer.blames(field, code);
    }
    let past = app
        .change(&id, &json!({ "expires_at": "2026-11-20T12:00:00Z" }))
        .await;
    past.is_problem(422, "invalid_field")
        .blames("expires_at", "invalid");
    assert_eq!(app.read(&id).await, before);
    let named = json!({ "recipient": "FWU", "order": "2026-04417", "capture": "automatic" });
    assert_eq!(app.change(&id, &named).await.ok(), before);
}

#[tokio::test]
async fn a_callback_that_is_named_later_hears_from_then_on() {
    let app = TestApp::new().await;
    let receiver = Receiver::start().await;
    let id = app.session_for("2026-04417").await;
    app.change(&id, &json!({ "callback_url": receiver.url() }))
        .await
        .ok();
    app.deliver().await;
    assert_eq!(receiver.kinds(), ["session.updated"]);
    app.change(&id, &json!({ "callback_url": null })).await.ok();
    app.change(&id, &json!({ "description": "Autumn term" }))
        .await
        .ok();
    app.deliver().await;
    assert_eq!(receiver.kinds().len(), 1, "nobody is told any more");
}
