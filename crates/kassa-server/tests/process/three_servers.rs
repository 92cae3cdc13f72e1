//! Three servers on one PostgreSQL: whoever is asked answers, and work is done by one of them.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::http::HeaderMap;
use axum::routing::post;
use reqwest::Method;
use serde_json::json;
use tokio::net::TcpListener;
use tokio::time::{Duration, sleep};

use crate::client::{Client, ok};
use crate::cluster::fresh_database;
use crate::program::{Place, Server};

const ORDERS: usize = 12;

/// How often each message came.
type Heard = Arc<Mutex<BTreeMap<String, u32>>>;

/// A merchant's server that hears webhooks: its address, and what it heard.
async fn receiver() -> (String, Heard) {
    let heard = Heard::default();
    let kept = heard.clone();
    let hear = post(move |headers: HeaderMap| async move {
        let id = headers["webhook-id"].to_str().unwrap().to_owned();
        *kept.lock().unwrap().entry(id).or_default() += 1;
    });
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/hear", listener.local_addr().unwrap());
    let router = Router::new().route("/hear", hear);
    tokio::spawn(async move { axum::serve(listener, router).await });
    (url, heard)
}

fn servers(place: &Place, url: &str) -> Vec<Server> {
    let flags = [
        "--database-url",
        url,
        "--webhooks-anywhere",
        "--sandbox-ledger",
        "--round-every=0.3",
        "--charge-time-limit=1",
        "--payer-rate=0",
    ];
    let one = |_| {
        let server = place.serve(&flags);
        // The sandbox's ledger is a file that one of them makes, before the next one opens it.
        server.address();
        server
    };
    (0..3).map(one).collect()
}

/// A day's orders, imported while the servers serve.
fn import_orders(place: &Place, url: &str) {
    let line = |number| {
        let amount = json!({ "amount": 4_200, "currency": "EUR" });
        json!({ "number": format!("T-{number}"), "country": "ES", "amount": amount }).to_string()
    };
    let lines: Vec<String> = (0..ORDERS).map(line).collect();
    place.write("orders.jsonl", &lines.join("\n"));
    let said = place.run(&["import", "orders", "orders.jsonl", "--database-url", url]);
    assert_eq!(said.code, Some(0), "{}", said.err);
}

/// Waits until this is so.
async fn until(what: &str, so: impl AsyncFn() -> bool) {
    for _ in 0..600 {
        if so().await {
            return;
        }
        sleep(Duration::from_millis(50)).await;
    }
    panic!("waited in vain until {what}");
}

async fn is_complete(client: &Client, session: &str) -> bool {
    let read = client.read(&format!("/api/sessions/{session}")).await;
    read["state"] == "complete"
}

/// One charge for each session, and no more.
async fn charged_once(client: &Client, sessions: usize) {
    let ledger = client.ledger().await;
    let mut references: Vec<&str> = ledger
        .iter()
        .map(|line| line["reference"].as_str().unwrap())
        .collect();
    references.sort_unstable();
    references.dedup();
    assert_eq!((ledger.len(), references.len()), (sessions, sessions));
}

/// Created, confirmed, paid: each is told, and by one server.
async fn told_once(client: &Client, heard: &Heard) {
    let events = client.read("/api/events?limit=100").await;
    let events = events["data"].as_array().unwrap().len();
    until("every event is heard", async || {
        heard.lock().unwrap().len() == events
    })
    .await;
    assert!(heard.lock().unwrap().values().all(|times| *times == 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_payer_may_meet_another_server_with_each_step_and_pays_once() {
    let (place, url) = (Place::new(), fresh_database());
    let key = place.demo_key(&["--database-url", &url]);
    let mut running = servers(&place, &url);
    let clients: Vec<Client> = running
        .iter()
        .map(|server| Client::of(&server.address(), &key))
        .collect();
    import_orders(&place, &url);
    let (address, heard) = receiver().await;
    let endpoint = json!({ "url": address });
    let endpoints = "/api/webhooks/endpoints";
    ok(clients[0]
        .merchant(Method::POST, endpoints, &endpoint)
        .await);
    let mut sessions = Vec::new();
    for number in 0..ORDERS {
        let at = |step: usize| &clients[(number + step) % 3];
        let session = at(0).open(&format!("T-{number}")).await;
        at(1).confirm(&session).await;
        // Every third answer is lost on its way back: somebody finds out.
        let card = ["4242424242424242", "4242424242424242", "4000000000000119"][number % 3];
        at(2).pay(&session, card).await;
        sessions.push(session);
    }
    for (number, session) in sessions.iter().enumerate() {
        let other = &clients[number % 3];
        until("every session is complete", async || {
            is_complete(other, session).await
        })
        .await;
    }
    charged_once(&clients[0], ORDERS).await;
    told_once(&clients[1], &heard).await;
    for server in &mut running {
        server.terminate();
        assert_eq!(server.ended().code(), Some(0));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_killed_server_began_the_others_finish() {
    let (place, url) = (Place::new(), fresh_database());
    let key = place.demo_key(&["--database-url", &url]);
    let mut running = servers(&place, &url);
    let clients: Vec<Client> = running
        .iter()
        .map(|server| Client::of(&server.address(), &key))
        .collect();
    import_orders(&place, &url);
    let mut sessions = Vec::new();
    for number in 0..ORDERS {
        let session = clients[0].open(&format!("T-{number}")).await;
        clients[0].confirm(&session).await;
        sessions.push(session);
    }
    let mut paying = tokio::task::JoinSet::new();
    for session in sessions.clone() {
        let client = clients[0].clone();
        // Slow: the server dies while it waits for the answer.
        paying.spawn(async move { client.pay(&session, "4000000000000259").await });
    }
    until("some charges have begun", async || {
        !clients[1].ledger().await.is_empty()
    })
    .await;
    drop(running.remove(0));
    let mut answered = 0;
    while let Some(ended) = paying.join_next().await {
        answered += usize::from(ended.is_ok());
    }
    assert!(answered < ORDERS, "the server died in the middle");
    let mut begun = 0;
    for session in &sessions {
        let path = format!("/api/checkout/{session}");
        let in_flight = async || clients[2].read(&path).await["state"] == "paying";
        until("nothing is left in the middle", async || !in_flight().await).await;
        begun += usize::from(is_complete(&clients[1], session).await);
    }
    assert!(begun > 0);
    charged_once(&clients[1], begun).await;
}
