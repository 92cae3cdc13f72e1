//! What Prometheus reads.

use crate::program::{Place, get};

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
