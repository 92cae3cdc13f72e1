//! The server as a process: its files survive it, so that it can be killed and started again.

use std::path::{Path, PathBuf};
use std::process::Command as Once;

use tokio::process::Command;
use tokio::sync::Mutex;

use super::process::{Process, until};
use super::{places, port};

/// A server on a database of its own.
#[derive(Debug)]
pub(crate) struct Server {
    process: Mutex<Process>,
    port: u16,
    folder: PathBuf,
    public_url: String,
    /// The demo account's key.
    pub(crate) api_key: String,
}

impl Server {
    /// Creates the demo account for a shop's origins and starts to serve it. Payers reach it at
    /// `public_url`, or directly where there is none.
    pub(crate) async fn start(
        folder: &Path,
        origins: &[String],
        public_url: Option<String>,
    ) -> Self {
        let port = port::free();
        let server = Self {
            api_key: create_account(folder, origins),
            process: Mutex::new(serve(folder, port, public_url.as_deref())),
            public_url: public_url.unwrap_or_else(|| direct(port)),
            folder: folder.to_owned(),
            port,
        };
        server.answers().await;
        server
    }

    /// Where it listens.
    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// Where payers find it.
    pub(crate) fn url(&self) -> &str {
        &self.public_url
    }

    /// Where nothing is between it and who asks.
    pub(crate) fn direct_url(&self) -> String {
        direct(self.port)
    }

    /// SIGKILL.
    pub(crate) async fn kill(&self) {
        self.process.lock().await.kill().await;
    }

    /// SIGSTOP: whoever asks gets no answer until it goes on.
    pub(crate) async fn pause(&self) {
        self.process.lock().await.signal("STOP").await;
    }

    /// SIGCONT: whoever asked meanwhile gets an answer.
    pub(crate) async fn go_on(&self) {
        self.process.lock().await.signal("CONT").await;
    }

    /// Starts it again on the same files and the same port.
    pub(crate) async fn start_again(&self) {
        *self.process.lock().await = serve(&self.folder, self.port, Some(&self.public_url));
        self.answers().await;
    }

    /// What `kassa-server embed-tag` says that a page has to hold.
    pub(crate) fn script_tag(&self) -> String {
        let mut command = Once::new(places::server());
        command.args(["embed-tag", "--public-url", &self.public_url]);
        command.arg("--assets").arg(places::dist());
        let output = command.output().expect("the server's program can be run");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "kassa-server embed-tag: {said}");
        String::from_utf8(output.stdout).expect("it prints a text")
    }

    async fn answers(&self) {
        let url = format!("{}/kassa.js", direct(self.port));
        until("the server answers", async || {
            if let Some(status) = self.process.lock().await.ended() {
                panic!("the server ended with {status}: {}", log(&self.folder));
            }
            reqwest::get(&url).await.ok()
        })
        .await;
    }
}

/// Everything that the server logged.
pub(crate) fn log(folder: &Path) -> String {
    std::fs::read_to_string(log_file(folder)).unwrap_or_default()
}

/// The database's file.
pub(crate) fn database(folder: &Path) -> PathBuf {
    folder.join("kassa.db")
}

fn log_file(folder: &Path) -> PathBuf {
    folder.join("server.log")
}

fn direct(port: u16) -> String {
    format!("http://127.0.0.1:{port}")
}

fn create_account(folder: &Path, origins: &[String]) -> String {
    let mut command = Once::new(places::server());
    command
        .arg("demo-data")
        .arg("--database")
        .arg(database(folder));
    for origin in origins {
        command.args(["--shop-origin", origin]);
    }
    let output = command.output().expect("the server's program can be run");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "kassa-server demo-data: {said}");
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it prints JSON");
    answer["api_key"]
        .as_str()
        .expect("it prints the key")
        .to_owned()
}

fn serve(folder: &Path, port: u16, public_url: Option<&str>) -> Process {
    let mut command = Command::new(places::server());
    command
        .args([
            "serve",
            "--payer-rate",
            "0",
            "--sandbox-ledger",
            "--sandbox-transfer-delay",
            "3600",
            "--database",
        ])
        .arg(database(folder))
        .args(["--listen", &format!("127.0.0.1:{port}")])
        .args(["--public-url", public_url.unwrap_or(&direct(port))])
        .arg("--assets")
        .arg(places::dist())
        .arg("--embed")
        .arg(places::embed());
    Process::start(command, &log_file(folder))
}
