//! The merchant invites the payer.

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use axum::http::Method;
use jiff::SignedDuration;
use kassa_server::domain::Posted;
use kassa_server::mail::{Letter, Mailer, Postman};
use serde_json::{Value, json};

use crate::support::{Answer, OTHER_API_KEY, TestApp, payer};

/// A mail server that does what it is told, and keeps what it took.
#[derive(Clone, Debug, Default)]
struct Letterbox {
    letters: Arc<Mutex<Vec<Letter>>>,
    refuses: Arc<Mutex<Vec<Posted>>>,
}

impl Letterbox {
    fn next(&self, posted: Posted) {
        self.refuses.lock().unwrap().push(posted);
    }

    fn taken(&self) -> Vec<Letter> {
        self.letters.lock().unwrap().clone()
    }
}

#[async_trait]
impl Mailer for Letterbox {
    async fn post(&self, letter: &Letter) -> Posted {
        if let Some(posted) = self.refuses.lock().unwrap().pop() {
            return posted;
        }
        self.letters.lock().unwrap().push(letter.clone());
        Posted::Taken
    }
}

fn postman(app: &TestApp, letterbox: &Letterbox) -> Postman {
    Postman::new(app.kassa.clone(), Arc::new(letterbox.clone()))
}

async fn invite(app: &TestApp, session: &str, body: &Value) -> Answer {
    let path = format!("/api/sessions/{session}/invitation");
    app.merchant_send(Method::POST, &path, body).await
}

async fn read(app: &TestApp, invitation: &Value) -> Value {
    let id = invitation["id"].as_str().unwrap();
    app.merchant_get(&format!("/api/invitations/{id}"))
        .await
        .ok()
}

#[tokio::test]
async fn a_payer_is_mailed_their_link() {
    let app = TestApp::new().await;
    let session = app.session_for("2026-04417").await;
    let invited = invite(&app, &session, &json!({})).await;
    assert_eq!(invited.status, 201);
    let location = invited.header("location").to_owned();
    let invitation = invited.ok();
    assert_eq!(
        location,
        format!("/api/invitations/{}", invitation["id"].as_str().unwrap())
    );
    assert_eq!(invitation["state"], "waiting");
    assert_eq!(invitation["email"], "amina@example.com");
    let url = format!("https://pay.example/v1/view/{session}/");
    assert_eq!(invitation["url"], url);

    let letterbox = Letterbox::default();
    postman(&app, &letterbox).post_due().await.unwrap();
    let [letter] = &letterbox.taken()[..] else {
        panic!("one letter");
    };
    assert_eq!(letter.to.0, "amina@example.com");
    assert_eq!(letter.language, "en");
    assert_eq!(
        letter.subject,
        "Universidad de Vallarca: review and pay €4,850.00"
    );
    assert!(letter.text.contains(&url) && letter.html.contains(&url));
    assert!(letter.text.contains("2026-04417"));
    assert_eq!(read(&app, &invitation).await["state"], "sent");
    postman(&app, &letterbox).post_due().await.unwrap();
    assert_eq!(letterbox.taken().len(), 1);
    assert_eq!(
        app.happened(&session).await,
        ["session.created", "session.invited"]
    );
}

#[tokio::test]
async fn what_merchants_and_payers_wrote_is_text_in_a_letter() {
    let app = TestApp::new().await;
    let body = json!({
        "recipient": "NGS", "order": "N-1", "locale": "es", "payer": payer(),
        "description": "</p><script>alert(1)</script>\nBcc: all@example.com",
    });
    let session = app.post_session(&body).await.ok();
    let session = session["id"].as_str().unwrap();
    invite(&app, session, &json!({})).await.ok();
    let letterbox = Letterbox::default();
    postman(&app, &letterbox).post_due().await.unwrap();
    let letter = letterbox.taken().remove(0);
    assert_eq!(letter.language, "es");
    assert!(
        letter
            .subject
            .contains("渚大学 Nagisa University: revise y pague")
    );
    assert!(!letter.html.contains("<script>"), "{}", letter.html);
    assert!(letter.html.contains("&lt;script&gt;"), "{}", letter.html);
    assert!(!letter.text.contains("\nBcc:"), "{}", letter.text);
}

#[tokio::test]
async fn another_address_may_be_said_and_a_wrong_one_is_refused() {
    let app = TestApp::new().await;
    let session = app.session_for("2026-04417").await;
    let other = invite(&app, &session, &json!({ "email": "parent@example.com" })).await;
    assert_eq!(other.ok()["email"], "parent@example.com");
    invite(&app, &session, &json!({ "email": "no address" }))
        .await
        .is_problem(422, "invalid_field")
        .blames("email", "invalid_email");
    let body = json!({
        "recipient": "FWU", "order": "2026-04418", "payer": { "email": "amina@" }
    });
    let wrong = app.post_session(&body).await.ok();
    invite(&app, wrong["id"].as_str().unwrap(), &json!({}))
        .await
        .is_problem(422, "invalid_field")
        .blames("payer.email", "invalid_email");
}

#[tokio::test]
async fn without_an_address_the_link_is_the_merchants_to_pass_on() {
    let app = TestApp::new().await;
    let session = app.open("FWU", "2026-04417").await.ok();
    let session = session["id"].as_str().unwrap();
    let kept = invite(&app, session, &json!({})).await.ok();
    assert_eq!(kept["state"], "kept");
    assert!(kept.get("email").is_none());
    let letterbox = Letterbox::default();
    postman(&app, &letterbox).post_due().await.unwrap();
    assert!(letterbox.taken().is_empty());
}

#[tokio::test]
async fn a_mail_server_that_is_down_is_asked_again_until_the_session_ends() {
    let app = TestApp::new().await;
    let session = app.session_for("2026-04417").await;
    let invitation = invite(&app, &session, &json!({})).await.ok();
    let letterbox = Letterbox::default();
    let postman = postman(&app, &letterbox);
    letterbox.next(Posted::NotNow);
    postman.post_due().await.unwrap();
    assert_eq!(read(&app, &invitation).await["state"], "waiting");
    postman.post_due().await.unwrap();
    assert!(letterbox.taken().is_empty());
    app.clock.advance(SignedDuration::from_secs(16));
    postman.post_due().await.unwrap();
    assert_eq!(read(&app, &invitation).await["state"], "sent");

    let late = invite(&app, &session, &json!({})).await.ok();
    letterbox.next(Posted::NotNow);
    postman.post_due().await.unwrap();
    app.clock.advance(SignedDuration::from_hours(3));
    postman.post_due().await.unwrap();
    let late = read(&app, &late).await;
    assert_eq!(
        (&late["state"], &late["failure"]),
        (&json!("failed"), &json!("session_over"))
    );
    assert_eq!(letterbox.taken().len(), 1);
}

#[tokio::test]
async fn what_a_mail_server_refuses_is_told() {
    let app = TestApp::new().await;
    let session = app.session_for("2026-04417").await;
    let invitation = invite(&app, &session, &json!({})).await.ok();
    let letterbox = Letterbox::default();
    letterbox.next(Posted::Refused);
    postman(&app, &letterbox).post_due().await.unwrap();
    let refused = read(&app, &invitation).await;
    assert_eq!(
        (&refused["state"], &refused["failure"]),
        (&json!("failed"), &json!("refused"))
    );
}

#[tokio::test]
async fn nobody_is_invited_to_what_is_over_or_anothers() {
    let app = TestApp::new().await;
    let session = app.session_for("2026-04417").await;
    let path = format!("/api/sessions/{session}/invitation");
    app.send_with_key(OTHER_API_KEY, Method::POST, (&path, &json!({})))
        .await
        .is_problem(404, "session_not_found");
    let mine = invite(&app, &session, &json!({})).await.ok();
    let path = format!("/api/invitations/{}", mine["id"].as_str().unwrap());
    let other = app.get_with_key(&path, OTHER_API_KEY).await;
    other.is_problem(404, "invitation_not_found");
    app.cancel(&session).await.ok();
    invite(&app, &session, &json!({}))
        .await
        .is_problem(409, "session_cancelled");
}
