//! A payment happens once.

use kassa_server::domain::Outcome;
use kassa_server::payments::settle;
use kassa_wire::state::DeclineReason;
use serde_json::json;

use crate::support::{Reply, TestApp};

#[tokio::test]
async fn a_double_click_charges_once() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    let (first, second) = tokio::join!(app.pay(&id, "a"), app.pay(&id, "a"));
    first.ok();
    second.ok();
    app.kassa.finish_charges().await;
    assert_eq!(app.view(&id).await["state"], "complete");
    assert_eq!(app.processor.asked().len(), 1);
    assert_eq!(app.processor.captures(), 1);
}

#[tokio::test]
async fn a_press_repeated_after_the_receipt_shows_the_receipt() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    let first = app.pay(&id, "a").await.ok();
    let again = app.pay(&id, "a").await.ok();
    assert_eq!(first, again);
    assert_eq!(app.processor.asked().len(), 1);
}

#[tokio::test]
async fn two_tabs_paying_at_once_charge_once() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    app.processor.next(Reply::Wait(Outcome::Captured));
    let request = TestApp::payment_request(&id, &"a".repeat(16), &card());
    let first = tokio::spawn(app.router_call(request));
    app.processor.heard().await;
    app.pay(&id, "b")
        .await
        .is_problem(409, "payment_in_progress");
    assert_eq!(app.view(&id).await["state"], "paying");
    app.processor.let_go();
    first.await.unwrap();
    assert_eq!(app.view(&id).await["state"], "complete");
    app.pay(&id, "b").await.is_problem(409, "session_complete");
    assert_eq!(app.processor.captures(), 1);
}

#[tokio::test]
async fn twenty_presses_with_twenty_keys_charge_once() {
    let app = std::sync::Arc::new(TestApp::new().await);
    let id = app.confirmed_session().await;
    let mut presses = tokio::task::JoinSet::new();
    for key in 'a'..='t' {
        let (app, id) = (app.clone(), id.clone());
        presses.spawn(async move { app.pay(&id, &key.to_string()).await.status.as_u16() });
    }
    let statuses = presses.join_all().await;
    assert_eq!(
        statuses.iter().filter(|status| **status == 200).count(),
        1,
        "{statuses:?}"
    );
    assert!(
        statuses.iter().all(|status| [200, 409].contains(status)),
        "{statuses:?}"
    );
    assert_eq!(app.processor.captures(), 1);
}

#[tokio::test]
async fn one_order_in_two_sessions_is_charged_once() {
    let app = TestApp::new().await;
    let (one, two) = (app.confirmed_session().await, app.confirmed_session().await);
    app.processor.next(Reply::Wait(Outcome::Captured));
    let request = TestApp::payment_request(&one, &"a".repeat(16), &card());
    let first = tokio::spawn(app.router_call(request));
    app.processor.heard().await;
    app.pay(&two, "b")
        .await
        .is_problem(409, "payment_in_progress");
    assert_eq!(
        app.view(&two).await["payment"],
        json!(null),
        "nothing is left of a refused claim"
    );
    app.processor.let_go();
    first.await.unwrap();
    app.pay(&two, "b").await.is_problem(409, "order_paid");
    assert_eq!(app.processor.captures(), 1);
}

#[tokio::test]
async fn an_order_refused_in_one_session_may_be_paid_in_another() {
    let app = TestApp::new().await;
    let (one, two) = (app.confirmed_session().await, app.confirmed_session().await);
    app.processor
        .next(Reply::Say(Outcome::Declined(DeclineReason::Declined)));
    app.pay(&one, "a").await.ok();
    assert_eq!(app.pay(&two, "b").await.ok()["state"], "complete");
    app.pay(&one, "c").await.is_problem(409, "order_paid");
    assert_eq!(app.processor.captures(), 1);
}

#[tokio::test]
async fn a_session_whose_order_another_one_paid_says_so_also_after_a_reload() {
    let app = TestApp::new().await;
    let (one, two) = (app.confirmed_session().await, app.confirmed_session().await);
    app.pay(&one, "a").await.ok();
    for address in ["", "?edit=1"] {
        let page = app.get(&format!("/v1/view/{two}/{address}")).await.text;
        let (shown, _) = page.split_once("kassa-page").unwrap();
        assert!(shown.contains("This is already paid"), "{shown}");
        assert!(!shown.contains("Print receipt"), "whose receipt? {shown}");
    }
    let page = app.get(&format!("/v1/view/{one}/")).await.text;
    assert!(page.contains("Payment complete"));
}

#[tokio::test]
async fn a_key_belongs_to_one_request() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    app.processor
        .next(Reply::Say(Outcome::Declined(DeclineReason::Declined)));
    app.pay(&id, "a").await.ok();
    let other_card = json!({ "method": "card", "token": "tok_2" });
    app.pay_with(&id, "a", &other_card)
        .await
        .is_problem(409, "idempotency_key_reused");
    let other_method = json!({ "method": "bank_transfer" });
    app.pay_with(&id, "a", &other_method)
        .await
        .is_problem(409, "idempotency_key_reused");
    assert_eq!(app.processor.asked().len(), 1);
    assert_eq!(app.processor.captures(), 0);
}

#[tokio::test]
async fn two_sessions_may_use_the_same_key() {
    let app = TestApp::new().await;
    let one = app.confirmed_session().await;
    let two = app.confirmed_session_for("2026-04418").await;
    assert_eq!(app.pay(&one, "a").await.ok()["state"], "complete");
    assert_eq!(app.pay(&two, "a").await.ok()["state"], "complete");
    assert_eq!(app.processor.captures(), 2);
}

#[tokio::test]
async fn an_outcome_told_twice_is_told_once() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    let paid = app.pay(&id, "a").await.ok();
    let attempt = app.only_attempt();
    for _ in 0..3 {
        settle(&app.kassa, &attempt, Outcome::Captured)
            .await
            .unwrap();
        settle(&app.kassa, &attempt, Outcome::Processing(None))
            .await
            .unwrap();
    }
    assert_eq!(app.view(&id).await, paid);
    assert_eq!(app.happened(&id).await.len(), 5);
}

#[tokio::test]
async fn a_contradiction_moves_no_money() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    let paid = app.pay(&id, "a").await.ok();
    let refused = Outcome::Declined(DeclineReason::Declined);
    settle(&app.kassa, &app.only_attempt(), refused)
        .await
        .unwrap();
    assert_eq!(app.view(&id).await, paid);
    assert_eq!(
        app.happened(&id).await.last(),
        Some(&"payment.contradicted")
    );
}

#[tokio::test]
async fn money_that_arrives_after_a_refusal_is_kept_for_a_person_to_look_at() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    app.processor
        .next(Reply::Say(Outcome::Declined(DeclineReason::Declined)));
    app.pay(&id, "a").await.ok();
    settle(&app.kassa, &app.only_attempt(), Outcome::Captured)
        .await
        .unwrap();
    let view = app.view(&id).await;
    assert_eq!(view["state"], "confirmed");
    assert_eq!(view["payment"]["state"], "declined");
    assert_eq!(
        app.happened(&id).await.last(),
        Some(&"payment.contradicted")
    );
}

fn card() -> serde_json::Value {
    json!({ "method": "card", "token": "tok_1" })
}
