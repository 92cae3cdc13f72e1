//! The payer's information, without scripts.

use axum::body::Body;
use axum::http::Request;
use kassa_wire::state::SessionState;

use super::bench::{Bench, complete, data_of, form, id_of};
use crate::payments::read_checkout;
use crate::views::session_state;

async fn state(bench: &Bench, page: &str) -> SessionState {
    session_state(
        &read_checkout(&bench.kassa, &id_of(page))
            .await
            .unwrap()
            .session
            .state,
    )
}

#[tokio::test]
async fn a_payer_mends_a_wrong_email_and_confirms() {
    let bench = Bench::new().await;
    let mut payer = complete();
    payer.insert("email".into(), "amina@example".into());
    let page = bench.session(&payer).await;
    payer.insert("city".into(), "Salé & <Rabat>".into());
    let refused = bench.post(&page, &form("confirm", "1", &payer)).await;
    assert_eq!(refused.status, 422);
    assert!(
        refused.text.contains("Salé &amp; &lt;Rabat&gt;"),
        "what was typed is kept"
    );
    let errors = &data_of(&refused.text)["content"]["checkout"]["errors"];
    assert_eq!(errors[0]["field"], "email", "{errors}");
    payer.insert("email".into(), "amina@example.com".into());
    let confirmed = bench
        .post(&format!("{page}?ui=inline"), &form("confirm", "1", &payer))
        .await;
    assert_eq!(
        (confirmed.status.as_u16(), confirmed.location),
        (303, format!("{page}?ui=inline"))
    );
    assert_eq!(state(&bench, &page).await, SessionState::Confirmed);
}

#[tokio::test]
async fn change_opens_the_form_again() {
    let bench = Bench::new().await;
    let page = bench.confirmed().await;
    let answer = bench.post(&page, "intent=change").await;
    assert_eq!(
        (answer.status.as_u16(), answer.location.clone()),
        (303, format!("{page}?edit=1"))
    );
    let open = bench.get(&answer.location).await.text;
    assert!(open.contains("name=\"city\""), "{open}");
}

#[tokio::test]
async fn what_was_changed_elsewhere_meanwhile_is_said_and_nothing_is_lost() {
    let bench = Bench::new().await;
    let page = bench.confirmed().await;
    let mut payer = complete();
    payer.insert("city".into(), "Casablanca".into());
    for version in ["1", "", "-1", "99999999999999999999", "abc"] {
        let answer = bench.post(&page, &form("confirm", version, &payer)).await;
        assert_eq!(answer.status, 409, "{version}");
        assert!(answer.text.contains("Casablanca"), "{version}");
        assert_eq!(
            data_of(&answer.text)["content"]["checkout"]["notice"],
            "stale",
            "{version}"
        );
    }
}

#[tokio::test]
async fn a_payer_calls_it_off_and_twice_is_once() {
    let bench = Bench::new().await;
    let page = bench.session(&complete()).await;
    for _twice in 0..2 {
        let answer = bench.post(&page, "intent=cancel&version=1").await;
        assert_eq!(
            (answer.status.as_u16(), answer.location.as_str()),
            (303, page.as_str())
        );
    }
    assert_eq!(state(&bench, &page).await, SessionState::Cancelled);
    let late = bench.post(&page, &form("confirm", "2", &complete())).await;
    assert_eq!(late.status, 303, "who comes too late sees where it stands");
}

#[tokio::test]
async fn what_is_no_form_of_ours_changes_nothing() {
    let bench = Bench::new().await;
    let page = bench.session(&complete()).await;
    for body in ["", "intent=delete", "%%%", "intent", "&&&=&="] {
        assert_eq!(bench.post(&page, body).await.status, 422, "{body:?}");
    }
    let large = format!("intent=confirm&city={}", "x".repeat(70_000));
    assert_eq!(bench.post(&page, &large).await.status, 413);
    let json = Request::post(&page).header("content-type", "application/json");
    let answer = bench.send(json.body(Body::from("{}")).unwrap()).await;
    assert_eq!(answer.status, 415);
    assert!(
        answer.text.contains("<html"),
        "a page, since a person is there"
    );
    assert_eq!(state(&bench, &page).await, SessionState::Open);
}

#[tokio::test]
async fn another_language_keeps_what_was_typed_and_scolds_nobody() {
    let bench = Bench::new().await;
    let page = bench.session(&complete()).await;
    let mut payer = complete();
    payer.insert("email".into(), "amina@".into());
    payer.insert("city".into(), "Salé".into());
    let address = format!("{page}?locale=es&ui=inline");
    let answer = bench.post(&address, &form("language", "1", &payer)).await;
    assert_eq!(answer.status, 200);
    assert!(answer.text.contains("lang=\"es\"") && answer.text.contains("data-ui=\"inline\""));
    let checkout = &data_of(&answer.text)["content"]["checkout"];
    assert_eq!(
        (&checkout["entered"]["email"], &checkout["entered"]["city"]),
        (&"amina@".into(), &"Salé".into())
    );
    assert!(checkout["errors"].is_null() && checkout["notice"].is_null());
    assert_eq!(state(&bench, &page).await, SessionState::Open);
}

#[tokio::test]
async fn another_country_has_its_own_fields_and_keeps_what_was_typed() {
    let bench = Bench::new().await;
    let page = bench.session(&complete()).await;
    let mut payer = complete();
    payer.insert("country".into(), "SG".into());
    payer.insert("city".into(), "Salé & <Rabat>".into());
    payer.insert("email".into(), "amina@".into());
    let answer = bench.post(&page, &form("fields", "1", &payer)).await;
    assert_eq!(answer.status, 200);
    let checkout = &data_of(&answer.text)["content"]["checkout"];
    assert_eq!(checkout["view"]["country"], "SG");
    assert!(checkout["errors"].is_null(), "nobody is scolded yet");
    assert!(answer.text.contains("name=\"postal_code\""));
    assert!(
        answer
            .text
            .contains("<input type=hidden name=\"city\" value=\"Salé &amp; &lt;Rabat&gt;\">"),
        "a country without cities keeps the city for another"
    );
    assert!(answer.text.contains("value=fields"));
    assert_eq!(state(&bench, &page).await, SessionState::Open);
}

#[tokio::test]
async fn a_form_sent_for_another_country_comes_back_with_its_fields() {
    let bench = Bench::new().await;
    let page = bench.session(&complete()).await;
    let mut payer = complete();
    payer.insert("country".into(), "US".into());
    let refused = bench.post(&page, &form("confirm", "1", &payer)).await;
    assert_eq!(refused.status, 422);
    let checkout = &data_of(&refused.text)["content"]["checkout"];
    assert_eq!(checkout["view"]["country"], "US");
    assert_eq!(checkout["errors"][0]["field"], "region");
    assert!(
        refused
            .text
            .contains("<option value=\"US-CA\">California</option>")
    );
    payer.insert("region".into(), "US-CA".into());
    payer.insert("postal_code".into(), "95014".into());
    let confirmed = bench.post(&page, &form("confirm", "1", &payer)).await;
    assert_eq!(confirmed.status, 303);
}

#[tokio::test]
async fn another_language_does_not_hide_that_something_changed_elsewhere() {
    let bench = Bench::new().await;
    let page = bench.confirmed().await;
    let answer = bench.post(&page, &form("language", "1", &complete())).await;
    assert_eq!(
        data_of(&answer.text)["content"]["checkout"]["notice"],
        "stale"
    );
}
