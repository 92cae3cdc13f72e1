//! What Prometheus reads.

use reqwest::Method;
use serde_json::json;

use crate::client::{Client, ok};
use crate::program::{Place, get, until};

#[test]
fn numbers_are_told_on_their_own_address_and_name_nobody() {
    let place = Place::new();
    let server = place.serve(&["--metrics-listen", "127.0.0.1:0"]);
    let address = server.address();
    let told = server.logged("numbers are told");
    let numbers = told["address"].as_str().unwrap();
    let session = "cs_aaaaaaaaaaaaaaaaaaaaaaaa";
    get(&address, &format!("/api/checkout/{session}")).unwrap();
    get(&address, &format!("/api/checkout/{session}")).unwrap();
    get(&address, &format!("/{session}")).unwrap();
    let answer = get(numbers, "/metrics").unwrap();
    for line in [
        r#"kassa_http_requests_total{route="/api/checkout/{id}",method="GET",status="404"} 2"#,
        r#"kassa_http_requests_total{route="unmatched",method="GET",status="404"} 1"#,
        r#"kassa_http_request_seconds_count{route="/api/checkout/{id}",method="GET"} 2"#,
        "kassa_attempts_in_flight 0",
    ] {
        assert!(answer.lines().any(|it| it == line), "{line} in {answer}");
    }
    assert!(!answer.contains("cs_"), "{answer}");
    let public = get(&address, "/metrics").unwrap();
    assert!(public.starts_with("HTTP/1.1 404"), "{public}");
}

#[tokio::test]
async fn an_operator_sees_payments_the_processor_and_what_waits_to_be_delivered() {
    let place = Place::new();
    let key = place.demo_key(&[]);
    let server = place.serve(&["--metrics-listen", "127.0.0.1:0", "--webhooks-anywhere"]);
    let client = Client::of(&server.address(), &key);
    // Nobody listens there: what is sent there waits.
    let endpoint = json!({ "url": "http://127.0.0.1:1/hear" });
    ok(client
        .merchant(Method::POST, "/api/webhooks/endpoints", &endpoint)
        .await);
    let session = client.open("2026-04417").await;
    client.confirm(&session).await;
    client.pay(&session, "4242424242424242").await;
    let told = server.logged("numbers are told");
    let address = told["address"].as_str().unwrap();
    let answer = get(address, "/metrics").unwrap();
    let number = |name: &str| number(&answer, name).unwrap();
    for (name, least) in [
        (
            r#"kassa_payments{processor="sandbox",status="captured"}"#,
            1.0,
        ),
        (
            r#"kassa_processor_seconds_count{processor="sandbox",call="charge",outcome="answered"}"#,
            1.0,
        ),
        ("kassa_outbox_pending", 1.0),
    ] {
        assert!(number(name) >= least, "{name} in {answer}");
    }
    assert!(number(r#"kassa_payments{processor="sandbox",status="declined"}"#) < 0.5);
    assert!(number("kassa_outbox_parked") < 0.5);
    let waits = "what waits grows old";
    until(waits, || {
        let answer = get(address, "/metrics")?;
        let seconds = self::number(&answer, "kassa_outbox_oldest_seconds")?;
        (seconds > 0.0).then_some(())
    });
}

/// A number of this name.
fn number(answer: &str, name: &str) -> Option<f64> {
    let begins = format!("{name} ");
    let line = answer.lines().find(|line| line.starts_with(&begins))?;
    line.rsplit(' ').next()?.parse().ok()
}
