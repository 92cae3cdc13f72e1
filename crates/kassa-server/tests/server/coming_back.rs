//! A payer comes back from a page of the processor's, or to a payment that is still being made.
//! Whatever came of it, the page that they come back to says what is known, and nothing more.

use std::time::Duration;

use jiff::SignedDuration;
use kassa_server::domain::{AttemptId, Outcome};
use kassa_server::payments::settle;
use kassa_server::processor::Action;
use kassa_server::store::Upkeep;
use kassa_wire::state::DeclineReason;
use kassa_wire::view::ActionKind;
use serde_json::{Value, json};
use tokio::time::timeout;

use crate::support::{LookUp, Reply, TestApp};

const WALLET: &str = "https://wallet.example/1";
const CALLED_OFF: Outcome = Outcome::Declined(DeclineReason::CalledOff);

/// What the payer reads.
const PAID: &str = "Payment complete";
const GO_TO_THE_WALLET: &str = "Continue in your wallet";
const WAIT: &str = "Waiting for your bank";
const CHOOSE: &str = "How would you like to pay?";
const NOT_MADE: &str = "The payment was not made";
const TURNED_BACK: &str = "You turned back on the payment page. Nothing was charged.";
const EXPIRED: &str = "This link has expired";

fn at_the_wallet(url: &str) -> Outcome {
    Outcome::RequiresAction(Action {
        kind: ActionKind::Redirect,
        url: url.to_owned(),
    })
}

/// A session whose payer was sent to the wallet's page, and the attempt that waits there.
async fn sent_elsewhere(app: &TestApp, order: &str) -> (String, AttemptId) {
    let id = app.confirmed_session_for(order).await;
    app.processor.next(Reply::Say(at_the_wallet(WALLET)));
    let body = json!({ "method": "wallet" });
    let view = app.pay_with(&id, "a", &body).await.ok();
    assert_eq!(view["payment"]["state"], "requires_action", "{view}");
    let attempt = app.processor.asked().pop().unwrap();
    (id, attempt)
}

/// The page that the wallet brings the payer back to: its HTML, and the session as it has it.
async fn page(app: &TestApp, id: &str) -> (String, Value) {
    let answer = app.get(&format!("/v1/view/{id}/")).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    let (html, data) = answer.text.split_once("id=\"kassa-page\">").unwrap();
    let (data, _) = data.split_once("</script>").unwrap();
    let data: Value = serde_json::from_str(data).unwrap();
    let view = data["content"]["checkout"]["view"].clone();
    (html.to_owned(), view)
}

/// Fails unless the page leads to the wallet and calls the payment neither made nor refused.
#[track_caller]
fn still_leads_to_the_wallet((html, view): &(String, Value)) {
    assert_eq!(view["state"], "paying", "{view}");
    assert_eq!(view["payment"]["state"], "requires_action", "{view}");
    assert!(html.contains(GO_TO_THE_WALLET), "{html}");
    assert!(html.contains(&format!("href=\"{WALLET}\"")), "{html}");
    for said in [PAID, NOT_MADE, CHOOSE, EXPIRED] {
        assert!(!html.contains(said), "{said}: {html}");
    }
}

fn count(events: &[&str], kind: &str) -> usize {
    events.iter().filter(|event| **event == kind).count()
}

#[tokio::test]
async fn who_paid_elsewhere_comes_back_to_the_receipt() {
    let app = TestApp::new().await;
    let (id, attempt) = sent_elsewhere(&app, "2026-04417").await;
    app.processor.becomes(&attempt, Outcome::Captured);
    let (html, view) = page(&app, &id).await;
    assert_eq!(view["state"], "complete");
    let reference = view["payment"]["reference"].as_str().unwrap();
    assert!(html.contains(PAID) && html.contains(reference), "{html}");
    let payment = format!("/api/payments/{reference}");
    let payment = app.merchant_get(&payment).await.ok();
    assert_eq!(payment["state"], "captured");

    let (again, _) = page(&app, &id).await;
    assert!(again.contains(PAID), "{again}");
    assert_eq!(app.processor.looked_up(), [attempt], "once was enough");
    let events = app.happened(&id).await;
    assert_eq!(count(&events, "payment.captured"), 1, "{events:?}");
    assert_eq!(app.processor.captures(), 1);
}

#[tokio::test]
async fn who_comes_back_twice_at_once_has_paid_once() {
    let app = TestApp::new().await;
    let (id, attempt) = sent_elsewhere(&app, "2026-04417").await;
    app.processor.becomes(&attempt, Outcome::Captured);
    let (one, other) = tokio::join!(page(&app, &id), page(&app, &id));
    assert_eq!(
        (&one.1["state"], &other.1["state"]),
        (&json!("complete"), &json!("complete"))
    );
    let events = app.happened(&id).await;
    assert_eq!(count(&events, "payment.captured"), 1, "{events:?}");
    assert_eq!(count(&events, "session.complete"), 1, "{events:?}");
}

#[tokio::test]
async fn who_comes_back_undecided_is_led_there_again() {
    let app = TestApp::new().await;
    app.leave_in_flight();
    let (id, attempt) = sent_elsewhere(&app, "2026-04417").await;
    let before = (app.view(&id).await, app.happened(&id).await);
    still_leads_to_the_wallet(&page(&app, &id).await);
    assert_eq!((app.view(&id).await, app.happened(&id).await), before);

    let moved = "https://wallet.example/2";
    app.processor.becomes(&attempt, at_the_wallet(moved));
    let (html, _) = page(&app, &id).await;
    assert!(html.contains(&format!("href=\"{moved}\"")), "{html}");
    assert_eq!(app.processor.asked(), [attempt], "nothing is charged again");
}

#[tokio::test]
async fn who_approved_what_takes_time_waits_for_the_bank() {
    let app = TestApp::new().await;
    app.leave_in_flight();
    let (id, attempt) = sent_elsewhere(&app, "2026-04417").await;
    app.processor.becomes(&attempt, Outcome::Processing(None));
    let (html, view) = page(&app, &id).await;
    assert_eq!(view["state"], "paying");
    assert_eq!(view["payment"]["state"], "processing");
    assert!(
        html.contains(WAIT) && !html.contains(GO_TO_THE_WALLET),
        "{html}"
    );
}

#[tokio::test]
async fn who_turned_back_chooses_again_and_pays_once() {
    let app = TestApp::new().await;
    let (id, attempt) = sent_elsewhere(&app, "2026-04417").await;
    app.processor.becomes(&attempt, CALLED_OFF);
    let (html, view) = page(&app, &id).await;
    assert_eq!(view["state"], "confirmed");
    assert_eq!(view["payment"]["decline"], "called_off");
    for said in [CHOOSE, NOT_MADE, TURNED_BACK] {
        assert!(html.contains(said), "{said}: {html}");
    }
    assert_eq!(app.processor.captures(), 0);

    let paid = app.pay(&id, "b").await.ok();
    assert_eq!(paid["state"], "complete");
    assert_eq!(app.processor.captures(), 1);
    let (html, _) = page(&app, &id).await;
    assert!(html.contains(PAID) && !html.contains(TURNED_BACK), "{html}");
    assert_eq!(app.processor.looked_up(), [attempt]);
}

#[tokio::test]
async fn a_processor_without_an_answer_is_never_called_a_refusal() {
    for silence in [LookUp::Failed, LookUp::Unanswered] {
        let app = TestApp::new().await;
        let (id, attempt) = sent_elsewhere(&app, "2026-04417").await;
        let before = (app.view(&id).await, app.happened(&id).await);
        app.processor.becomes(&attempt, CALLED_OFF);
        app.processor.look_ups_are(silence);
        still_leads_to_the_wallet(&page(&app, &id).await);
        assert_eq!((app.view(&id).await, app.happened(&id).await), before);
        app.pay(&id, "b")
            .await
            .is_problem(409, "payment_in_progress");

        app.processor.becomes(&attempt, Outcome::Captured);
        app.processor.look_ups_are(LookUp::Answered);
        let (html, _) = page(&app, &id).await;
        assert!(html.contains(PAID), "{silence:?}: {html}");
        assert_eq!(app.processor.asked(), [attempt], "{silence:?}");
    }
}

#[tokio::test]
async fn a_processor_that_forgot_the_charge_has_not_refused_it() {
    let app = TestApp::new().await;
    app.leave_in_flight();
    let (id, attempt) = sent_elsewhere(&app, "2026-04417").await;
    app.processor.forgets(&attempt);
    still_leads_to_the_wallet(&page(&app, &id).await);
    assert_eq!(app.processor.asked(), [attempt], "nor is it charged again");
}

#[tokio::test]
async fn a_page_does_not_wait_as_long_as_a_charge_may() {
    let app = TestApp::that_waits(Duration::from_mins(1)).await;
    app.leave_in_flight();
    let (id, _) = sent_elsewhere(&app, "2026-04417").await;
    app.processor.look_ups_are(LookUp::Unanswered);
    let shown = timeout(Duration::from_secs(20), page(&app, &id)).await;
    still_leads_to_the_wallet(&shown.expect("the page waits for ever"));
}

#[tokio::test]
async fn what_was_heard_meanwhile_counts_more_than_an_old_answer() {
    let app = TestApp::that_waits(Duration::from_mins(1)).await;
    let (id, attempt) = sent_elsewhere(&app, "2026-04417").await;
    app.processor.look_ups_are(LookUp::Held);
    let coming_back = page(&app, &id);
    let meanwhile = async {
        app.processor.looked_for().await;
        settle(&app.kassa, &attempt, Outcome::Captured)
            .await
            .unwrap();
        app.processor.let_go();
    };
    let ((html, view), ()) = tokio::join!(coming_back, meanwhile);
    assert_eq!(view["state"], "complete");
    assert!(html.contains(PAID), "{html}");
}

#[tokio::test]
async fn an_outcome_that_cannot_be_written_down_is_found_later() {
    let app = TestApp::that_waits(Duration::from_mins(1)).await;
    let (id, attempt) = sent_elsewhere(&app, "2026-04417").await;
    app.processor.becomes(&attempt, Outcome::Captured);
    app.processor.look_ups_are(LookUp::Held);
    let coming_back = page(&app, &id);
    let meanwhile = async {
        app.processor.looked_for().await;
        app.store.close().await;
        app.processor.let_go();
    };
    let (shown, ()) = tokio::join!(coming_back, meanwhile);
    still_leads_to_the_wallet(&shown);

    app.processor.look_ups_are(LookUp::Answered);
    let restarted = app.killed_and_restarted().await;
    let (html, _) = page(&restarted, &id).await;
    assert!(html.contains(PAID), "{html}");
}

#[tokio::test]
async fn a_return_settles_no_other_session() {
    let app = TestApp::new().await;
    app.leave_in_flight();
    let (paid, attempt) = sent_elsewhere(&app, "2026-04417").await;
    let (other, others_attempt) = sent_elsewhere(&app, "2026-04418").await;
    app.processor.becomes(&attempt, Outcome::Captured);
    let before = app.view(&paid).await;

    still_leads_to_the_wallet(&page(&app, &other).await);
    assert_eq!(app.processor.looked_up(), [others_attempt]);
    assert_eq!(app.view(&paid).await, before);
    let nobody = app.get("/v1/view/cs_000000000000000000000000/").await;
    assert_eq!(nobody.status, 404);
    assert_eq!(app.view(&paid).await, before);

    let (html, _) = page(&app, &paid).await;
    assert!(html.contains(PAID), "{html}");
    assert_eq!(app.view(&other).await["state"], "paying");
}

#[tokio::test]
async fn the_same_order_in_another_window_settles_nothing_either() {
    let app = TestApp::new().await;
    app.leave_in_flight();
    let (paid, attempt) = sent_elsewhere(&app, "2026-04417").await;
    let window = app.confirmed_session().await;
    app.processor.becomes(&attempt, Outcome::Captured);
    let (html, view) = page(&app, &window).await;
    assert_eq!(view["state"], "confirmed");
    assert!(!html.contains(PAID), "{html}");
    assert!(app.processor.looked_up().is_empty());
    assert_eq!(app.view(&paid).await["state"], "paying");
}

#[tokio::test]
async fn who_pressed_twice_sees_what_came_of_the_first_press() {
    let app = TestApp::that_waits(Duration::from_mins(1)).await;
    let id = app.confirmed_session().await;
    app.processor.next(Reply::Wait(Outcome::Captured));
    let first = app.pay(&id, "a");
    let second = async {
        app.processor.heard().await;
        let again = app.pay(&id, "a").await.ok();
        assert_eq!(again["state"], "paying");
        page(&app, &id).await
    };
    let meanwhile = async {
        tokio::time::sleep(Duration::from_millis(300)).await;
        app.processor.let_go();
    };
    let (paid, (html, _), ()) = tokio::join!(first, second, meanwhile);
    assert_eq!(paid.ok()["state"], "complete");
    assert!(html.contains(PAID), "{html}");
    assert_eq!(app.processor.captures(), 1);
}

#[tokio::test]
async fn who_pressed_twice_is_not_kept_waiting_for_long() {
    let app = TestApp::that_waits(Duration::from_mins(1)).await;
    let id = app.confirmed_session().await;
    app.processor.next(Reply::Wait(Outcome::Captured));
    let first = app.pay(&id, "a");
    let second = async {
        app.processor.heard().await;
        let shown = timeout(Duration::from_secs(20), page(&app, &id)).await;
        app.processor.let_go();
        shown.expect("the page waits for ever")
    };
    let (paid, (html, view)) = tokio::join!(first, second);
    assert_eq!(paid.ok()["state"], "complete");
    assert_eq!(view["state"], "paying");
    assert!(html.contains(WAIT) && !html.contains(NOT_MADE), "{html}");
}

#[tokio::test]
async fn who_paid_after_the_sessions_time_comes_back_to_the_receipt() {
    let app = TestApp::new().await;
    let (id, attempt) = sent_elsewhere(&app, "2026-04417").await;
    app.clock.advance(SignedDuration::from_hours(3));
    still_leads_to_the_wallet(&page(&app, &id).await);
    app.processor.becomes(&attempt, Outcome::Captured);
    let (html, view) = page(&app, &id).await;
    assert_eq!(view["state"], "complete");
    assert!(html.contains(PAID), "{html}");
}

#[tokio::test]
async fn who_turned_back_after_the_sessions_time_reads_that_it_is_over() {
    let app = TestApp::new().await;
    let (id, attempt) = sent_elsewhere(&app, "2026-04417").await;
    app.clock.advance(SignedDuration::from_hours(3));
    app.processor.becomes(&attempt, CALLED_OFF);
    let (html, view) = page(&app, &id).await;
    assert_eq!(view["state"], "expired");
    assert!(html.contains(EXPIRED) && !html.contains(CHOOSE), "{html}");
    app.pay(&id, "b").await.is_problem(409, "session_expired");

    page(&app, &id).await;
    assert_eq!(app.processor.looked_up(), [attempt]);
    assert_eq!(app.processor.captures(), 0);
}

#[tokio::test]
async fn who_was_not_sent_elsewhere_is_not_asked_after() {
    let app = TestApp::new().await;
    app.leave_in_flight();
    let open = app.session_for("2026-04417").await;
    page(&app, &open).await;
    let transferring = app.confirmed_session().await;
    app.processor.next(Reply::Say(Outcome::Processing(None)));
    let transfer = json!({ "method": "bank_transfer" });
    app.pay_with(&transferring, "a", &transfer).await.ok();
    page(&app, &transferring).await;
    let paid = app.confirmed_session_for("2026-04418").await;
    app.pay(&paid, "a").await.ok();
    page(&app, &paid).await;
    app.clock.advance(SignedDuration::from_hours(3));
    let (html, _) = page(&app, &open).await;
    assert!(html.contains(EXPIRED), "{html}");
    assert!(app.processor.looked_up().is_empty());
}
