//! A merchant looks for what it has.

use serde_json::Value;

use crate::support::TestApp;

fn names(list: &Value, name: &str) -> Vec<String> {
    let data = list["data"].as_array().unwrap();
    data.iter()
        .map(|one| one[name].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn recipients_are_found_by_any_part_of_their_name_in_any_script() {
    let app = TestApp::new().await;
    let found = |query: &'static str| {
        let app = &app;
        async move {
            let answer = app
                .merchant_get(&format!("/api/recipients?query={query}"))
                .await;
            names(&answer.ok(), "id")
        }
    };
    assert_eq!(found("").await, ["FWU", "NGS"]);
    assert_eq!(found("VALLARCA").await, ["FWU"]);
    assert_eq!(found("%E6%B8%9A%E5%A4%A7").await, ["NGS"]);
    assert_eq!(found("fwu").await, ["FWU"]);
    assert_eq!(found("%25").await, Vec::<String>::new());
    assert_eq!(found("other").await, Vec::<String>::new());
}

#[tokio::test]
async fn orders_are_found_by_number_description_and_who_can_take_them() {
    let app = TestApp::new().await;
    let found = |query: &'static str| {
        let app = &app;
        async move {
            let answer = app.merchant_get(&format!("/api/orders?{query}")).await;
            names(&answer.ok(), "number")
        }
    };
    assert_eq!(
        found("").await,
        ["2026-04417", "2026-04418", "N-1", "PESETAS"]
    );
    assert_eq!(found("recipient=FWU").await, ["2026-04417", "2026-04418"]);
    assert_eq!(found("recipient=NGS&query=n-").await, ["N-1"]);
    assert_eq!(found("query=MATR%C3%8DCULA&recipient=NGS").await, ["N-1"]);
    assert_eq!(found("query=17").await, ["2026-04417"]);
    let answer = app.merchant_get("/api/orders?recipient=fwu").await;
    answer
        .is_problem(422, "unknown_recipient")
        .blames("recipient", "invalid_recipient_id");
    let answer = app.merchant_get("/api/orders?recipient=OTH").await;
    answer
        .is_problem(422, "unknown_recipient")
        .blames("recipient", "unknown");
}

#[tokio::test]
async fn a_payment_that_is_not_there_is_not_found() {
    let app = TestApp::new().await;
    for reference in ["FWU000000000", "fwu", "%00", "%FF", "FWU000000000%0A"] {
        let answer = app
            .merchant_get(&format!("/api/payments/{reference}"))
            .await;
        answer.is_problem(404, "payment_not_found");
    }
}

#[tokio::test]
async fn the_server_says_whether_it_is_well() {
    let app = TestApp::new().await;
    assert_eq!(app.get("/healthz").await.text, "ok\n");
}
