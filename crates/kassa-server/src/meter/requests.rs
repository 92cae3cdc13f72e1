//! Requests and how long they took.

use std::time::Duration;

use axum::http::{Method, StatusCode};
use metrics::{counter, histogram};

/// A request was answered. The route is the pattern, never the address.
pub(crate) fn request_answered(route: &str, method: &Method, status: StatusCode, took: Duration) {
    let method = known(method);
    let route = route.to_owned();
    counter!(
        "kassa_http_requests_total",
        "route" => route.clone(), "method" => method, "status" => status.as_u16().to_string()
    )
    .increment(1);
    histogram!("kassa_http_request_seconds", "route" => route, "method" => method).record(took);
}

/// Anybody can invent a method.
fn known(method: &Method) -> &'static str {
    const KNOWN: [Method; 7] = [
        Method::GET,
        Method::HEAD,
        Method::POST,
        Method::PUT,
        Method::PATCH,
        Method::DELETE,
        Method::OPTIONS,
    ];
    const NAMES: [&str; 7] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
    let place = KNOWN.iter().position(|one| one == method);
    place
        .and_then(|place| NAMES.get(place))
        .copied()
        .unwrap_or("other")
}
