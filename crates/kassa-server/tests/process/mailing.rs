//! Invitations leave by a real mail server, over a connection that nobody overhears.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;

use reqwest::Method;
use serde_json::json;

use crate::client::Client;
use crate::program::{Place, until};

/// Says where aiosmtpd's program is; `cargo xtask test --only host` installs it and says so.
const PROGRAM: &str = "KASSA_AIOSMTPD";

/// A mail server that keeps what it takes in a folder. Dropping it ends it.
struct MailServer {
    child: Child,
    port: u16,
    folder: PathBuf,
}

impl MailServer {
    /// Serves with a certificate for `localhost`, whose file lies in the place.
    fn start(place: &Place) -> Self {
        let program = std::env::var_os(PROGRAM).unwrap_or_else(|| {
            panic!(
                "{PROGRAM} is not set: run `cargo xtask test --only host`, which installs aiosmtpd"
            )
        });
        let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        place.write("certificate.pem", &made.cert.pem());
        place.write("key.pem", &made.signing_key.serialize_pem());
        let port = free_port();
        let folder = place.path("mail");
        let child = Command::new(program)
            .args(["-dd", "--nosetuid"])
            .args(["--listen", &format!("127.0.0.1:{port}")])
            .arg("--smtpscert")
            .arg(place.path("certificate.pem"))
            .arg("--smtpskey")
            .arg(place.path("key.pem"))
            .args(["--class", "aiosmtpd.handlers.Mailbox"])
            .arg(&folder)
            .stdin(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut started = Self {
            child,
            port,
            folder,
        };
        started.listens();
        started
    }

    /// Waits until it says so. What it says later is read too, or it would wait for a reader.
    fn listens(&mut self) {
        let mut log = BufReader::new(self.child.stderr.take().unwrap()).lines();
        let mut said = Vec::new();
        while let Some(line) = log.next() {
            said.push(line.unwrap());
            if said.iter().any(|line| line.contains("Server is listening")) {
                thread::spawn(move || log.for_each(drop));
                return;
            }
        }
        panic!("the mail server ended: {said:?}");
    }

    /// The letters that it took, as they came.
    fn letters(&self) -> Vec<String> {
        let Ok(entries) = fs::read_dir(self.folder.join("new")) else {
            return Vec::new();
        };
        let paths = entries.map(|entry| entry.unwrap().path());
        paths
            .map(|path| fs::read_to_string(path).unwrap())
            .collect()
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Nobody listens on it: the listener that found it is gone.
pub(crate) fn free_port() -> u16 {
    let found = TcpListener::bind("127.0.0.1:0").unwrap();
    found.local_addr().unwrap().port()
}

fn settings(port: u16) -> [String; 2] {
    [
        format!("--smtp-url=smtps://localhost:{port}"),
        "--mail-from=Kite Payments <pay@merchant.example>".to_owned(),
    ]
}

fn trusting(mut command: Command, certificate: &Path) -> Command {
    command.env("SSL_CERT_FILE", certificate);
    command
}

#[tokio::test(flavor = "multi_thread")]
async fn a_payer_gets_the_link_by_mail() {
    let place = Place::new();
    let mail = MailServer::start(&place);
    let key = place.demo_key(&[]);
    let [url, from] = settings(mail.port);
    let serving = place.serving(&[&url, &from]);
    let server = Place::start(trusting(serving, &place.path("certificate.pem")));
    let client = Client::of(&server.address(), &key);
    let session = client.open("2026-04417").await;
    let path = format!("/api/sessions/{session}/invitation");
    let (status, invitation) = client.merchant(Method::POST, &path, &json!({})).await;
    assert_eq!(status, 201, "{invitation}");
    let id = invitation["id"].as_str().unwrap().to_owned();
    let [letter] = &until("a letter", || {
        let letters = mail.letters();
        (!letters.is_empty()).then_some(letters)
    })[..] else {
        panic!("more than one letter");
    };
    assert!(
        letter.contains("From: \"Kite Payments\" <pay@merchant.example>"),
        "{letter}"
    );
    assert!(
        letter.contains(&format!("Message-ID: <{id}@merchant.example>")),
        "{letter}"
    );
    assert!(
        letter.contains("Auto-Submitted: auto-generated"),
        "{letter}"
    );
    assert!(letter.contains(&session), "{letter}");
    let path = format!("/api/invitations/{id}");
    for _ in 0..100 {
        if client.read(&path).await["state"] == "sent" {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("{}", client.read(&path).await);
}

#[test]
fn a_mail_server_that_nobody_can_trust_is_told_by_the_check() {
    let place = Place::new();
    let mail = MailServer::start(&place);
    let [url, from] = settings(mail.port);
    let checking = |trusted: &str| {
        let command = place.command(&["check", "--assets=assets", &url, &from]);
        crate::program::said(trusting(command, &place.path(trusted)))
    };
    let right = checking("certificate.pem");
    assert_eq!(right.code, Some(0), "{}", right.err);
    let stranger = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    place.write("stranger.pem", &stranger.cert.pem());
    let wrong = checking("stranger.pem");
    assert_eq!(wrong.code, Some(1));
    assert!(
        wrong
            .err
            .starts_with("smtp_url: the mail server cannot be used"),
        "{}",
        wrong.err
    );
}

#[test]
fn half_of_the_settings_of_mail_is_not_enough() {
    let place = Place::new();
    let half = place.run(&["check", "--assets=assets", "--smtp-url=smtp://localhost"]);
    assert_eq!(half.code, Some(1));
    assert!(half.err.starts_with("mail_from: "), "{}", half.err);
    assert!(mail_is_refused(&place).contains("without a mail server"));
}

fn mail_is_refused(place: &Place) -> String {
    let half = place.run(&[
        "serve",
        "--assets=assets",
        "--mail-from=pay@merchant.example",
    ]);
    assert_eq!(half.code, Some(1));
    half.err
}
