//! Without a mail server whoever watches the terminal sees the links.

use std::fs;
use std::process::{Command, Stdio};

use reqwest::Method;
use serde_json::json;

use crate::client::Client;
use crate::program::{Place, get, until};

/// Serves at a terminal of its own, which `script` makes and writes down; the log goes elsewhere.
fn at_a_terminal(place: &Place, address: &str) -> Command {
    let program = env!("CARGO_BIN_EXE_kassa-server");
    let serve = format!("exec {program} serve --assets assets --listen {address} 2> log");
    let mut command = Command::new("script");
    command
        .args(["--quiet", "--flush", "--command", &serve, "terminal"])
        .current_dir(place.path("."))
        .stdin(Stdio::null())
        .stdout(Stdio::null());
    command
}

#[tokio::test]
async fn an_invitation_that_nobody_mails_is_printed_at_a_terminal() {
    let place = Place::new();
    let key = place.demo_key(&[]);
    let address = format!("127.0.0.1:{}", crate::mailing::free_port());
    let mut terminal = at_a_terminal(&place, &address).spawn().unwrap();
    until("the server answers", || get(&address, "/healthz"));
    let client = Client::of(&address, &key);
    let session = client.open("2026-04417").await;
    let path = format!("/api/sessions/{session}/invitation");
    let (status, invitation) = client.merchant(Method::POST, &path, &json!({})).await;
    assert_eq!((status, &invitation["state"]), (201, &json!("kept")));
    let id = invitation["id"].as_str().unwrap();
    let line = format!("Invitation {id}: http://{address}/v1/view/{session}/");
    until("the link", || {
        let printed = fs::read_to_string(place.path("terminal")).unwrap();
        printed.contains(&line).then_some(())
    });
    terminal.kill().unwrap();
    terminal.wait().unwrap();
    let log = fs::read_to_string(place.path("log")).unwrap();
    assert!(!log.contains(&session), "the log has no whole session id");
}
