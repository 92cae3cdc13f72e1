//! How much one address and one key may ask for.

use std::net::SocketAddr;
use std::time::Duration;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use axum::http::request::Builder;
use kassa_server::http::{LimitSettings, Rate};

use crate::support::{API_KEY, Answer, OTHER_API_KEY, TestApp};

const UNKNOWN: &str = "/api/checkout/cs_000000000000000000000000";

/// Two at once and six in a minute: one more every ten seconds.
const FEW: Rate = Rate {
    per_minute: 6,
    burst: 2,
};

async fn app(limits: LimitSettings) -> TestApp {
    let mut app = TestApp::new().await;
    app.limit(limits);
    app
}

fn few() -> LimitSettings {
    LimitSettings {
        payer: FEW,
        merchant: FEW,
        trusted_proxies: Vec::new(),
    }
}

async fn sent_from(app: &TestApp, address: &str, request: Builder) -> Answer {
    let peer: SocketAddr = address.parse().unwrap();
    let request = request.extension(ConnectInfo(peer));
    app.send(request.body(Body::empty()).unwrap()).await
}

async fn read_from(app: &TestApp, address: &str) -> Answer {
    sent_from(app, address, Request::get(UNKNOWN)).await
}

fn keyed(key: &str) -> Builder {
    Request::get("/api/recipients").header("authorization", format!("Bearer {key}"))
}

#[tokio::test]
async fn a_payer_who_asks_too_often_is_told_when_to_go_on() {
    let app = app(few()).await;
    for _ in 0..2 {
        read_from(&app, "203.0.113.7:1")
            .await
            .is_problem(404, "session_not_found");
    }
    let answer = read_from(&app, "203.0.113.7:2").await;
    answer.is_problem(429, "rate_limited");
    let wait: u64 = answer.header("retry-after").parse().unwrap();
    assert!((1..=11).contains(&wait), "{wait}");
    app.clock
        .advance(Duration::from_secs(wait).try_into().unwrap());
    read_from(&app, "203.0.113.7:3")
        .await
        .is_problem(404, "session_not_found");
    read_from(&app, "203.0.113.7:4")
        .await
        .is_problem(429, "rate_limited");
}

fn page(route: &str) -> Builder {
    Request::get(route).header("accept", "text/html,application/xhtml+xml,*/*;q=0.8")
}

#[tokio::test]
async fn a_payer_who_opens_too_many_pages_reads_a_page_that_says_so() {
    let app = app(few()).await;
    for route in ["/v1/view/cs_000000000000000000000000/", "/?sid=none"] {
        for n in 0..3 {
            let answer = sent_from(&app, "203.0.113.7:1", page(route)).await;
            assert_eq!(answer.status, if n == 2 { 429 } else { 404 });
            assert!(answer.header("content-type").starts_with("text/html"));
            if n == 2 {
                assert!(answer.text.contains("Try again"), "{}", answer.text);
                let wait: u64 = answer.header("retry-after").parse().unwrap();
                let wait = Duration::from_secs(wait + 10);
                app.clock.advance(wait.try_into().unwrap());
            }
        }
    }
}

#[tokio::test]
async fn a_program_that_asks_for_too_many_pages_is_told_so_as_programs_are() {
    let app = app(few()).await;
    let read = || sent_from(&app, "203.0.113.7:1", Request::get("/v1/view/none/"));
    for _ in 0..2 {
        assert_eq!(read().await.status, 404);
    }
    read().await.is_problem(429, "rate_limited");
}

#[test]
fn a_lecture_hall_behind_one_address_can_pay_at_once() {
    let one_payment_by_card = 8;
    let payer = LimitSettings::default().payer;
    assert!(payer.burst >= 25 * one_payment_by_card);
    assert!(payer.per_minute >= 75 * one_payment_by_card);
}

#[tokio::test]
async fn one_payer_takes_nothing_from_another() {
    let app = app(few()).await;
    for _ in 0..3 {
        read_from(&app, "203.0.113.7:1").await;
    }
    read_from(&app, "203.0.113.8:1")
        .await
        .is_problem(404, "session_not_found");
}

#[tokio::test]
async fn all_addresses_of_one_ipv6_customer_count_as_one() {
    let app = app(few()).await;
    read_from(&app, "[2001:db8:1:2::1]:1").await;
    read_from(&app, "[2001:db8:1:2:ffff::2]:1").await;
    let answer = read_from(&app, "[2001:db8:1:2:3::3]:1").await;
    answer.is_problem(429, "rate_limited");
    read_from(&app, "[2001:db8:1:3::1]:1")
        .await
        .is_problem(404, "session_not_found");
}

#[tokio::test]
async fn a_header_that_anybody_can_write_changes_nothing() {
    let app = app(few()).await;
    for n in 0..3 {
        let request = Request::get(UNKNOWN).header("x-forwarded-for", format!("198.51.100.{n}"));
        let answer = sent_from(&app, "203.0.113.7:1", request).await;
        assert_eq!(answer.status == 429, n == 2, "{}", answer.text);
    }
}

#[tokio::test]
async fn behind_a_trusted_proxy_payers_are_told_apart() {
    let mut limits = few();
    limits.trusted_proxies = vec!["10.0.0.0/8".parse().unwrap()];
    let app = app(limits).await;
    let through = |chain: &str| Request::get(UNKNOWN).header("x-forwarded-for", chain.to_owned());
    for n in 0..3 {
        let chain = format!("198.51.100.{n}, 10.0.0.2");
        let answer = sent_from(&app, "10.0.0.1:1", through(&chain)).await;
        assert_eq!(answer.status, 404);
    }
    for (n, invented) in ["1.1.1.1", "2.2.2.2", "3.3.3.3"].into_iter().enumerate() {
        let chain = format!("{invented}, 198.51.100.9");
        let answer = sent_from(&app, "10.0.0.1:1", through(&chain)).await;
        assert_eq!(answer.status == 429, n == 2, "{}", answer.text);
    }
}

#[tokio::test]
async fn one_merchants_key_takes_nothing_from_anothers() {
    let app = app(few()).await;
    let send = |key: &'static str| sent_from(&app, "203.0.113.7:1", keyed(key));
    send(API_KEY).await.ok();
    send(API_KEY).await.ok();
    let answer = send(API_KEY).await;
    answer.is_problem(429, "rate_limited");
    assert!(!answer.header("retry-after").is_empty());
    send(OTHER_API_KEY).await.ok();
}

#[tokio::test]
async fn guessing_keys_is_slow() {
    let app = app(few()).await;
    for _ in 0..2 {
        let answer = sent_from(&app, "203.0.113.7:1", keyed("sk_wrong")).await;
        answer.is_problem(401, "unauthorized");
    }
    let answer = sent_from(&app, "203.0.113.7:1", keyed("sk_wrong")).await;
    answer.is_problem(429, "rate_limited");
    sent_from(&app, "203.0.113.7:1", keyed(API_KEY)).await.ok();
}
