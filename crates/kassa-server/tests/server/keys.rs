//! What a key may do.

use axum::body::Body;
use axum::http::{Method, Request};
use kassa_server::domain::Scope;
use kassa_server::store::Accounts;

use crate::support::{Answer, TestApp, holder_of};

const READS: &str = "sk_read";

async fn asked(app: &TestApp, method: Method, path: &str) -> Answer {
    let request = Request::builder().method(method).uri(path);
    let request = request.header("authorization", format!("Bearer {READS}"));
    let request = request.header("content-type", "application/json");
    app.send(request.body(Body::from("{}")).unwrap()).await
}

#[tokio::test]
async fn a_key_that_only_reads_changes_nothing() {
    let app = TestApp::new().await;
    app.store
        .add_account(&holder_of(READS, Scope::Read))
        .await
        .unwrap();
    asked(&app, Method::GET, "/api/recipients").await.ok();
    for (method, path) in [(Method::POST, "/api/sessions")] {
        let answer = asked(&app, method, path).await;
        answer.is_problem(403, "insufficient_scope");
        assert!(
            answer.json()["detail"]
                .as_str()
                .unwrap()
                .contains("sessions")
        );
    }
}
