//! localstripe, once for all tests of this program.

use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::time::Duration;

/// What localstripe takes as a secret key.
pub(super) const SECRET_KEY: &str = "sk_test_kassa";

/// Says where localstripe's program is; `cargo xtask test --only host` installs it and says so.
const PROGRAM: &str = "KASSA_LOCALSTRIPE";

/// Where it listens. Starts it first; it ends with this program.
pub(super) async fn localstripe() -> String {
    static STARTED: OnceLock<(String, Child)> = OnceLock::new();
    let (url, _) = STARTED.get_or_init(start);
    for _ in 0..200 {
        let list = reqwest::Client::new().get(format!("{url}/v1/payment_intents"));
        if list.bearer_auth(SECRET_KEY).send().await.is_ok() {
            return url.clone();
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("localstripe does not answer");
}

/// The shell ends localstripe as soon as nobody holds the other end of its input any more.
fn start() -> (String, Child) {
    let program = std::env::var_os(PROGRAM).unwrap_or_else(|| {
        panic!(
            "{PROGRAM} is not set: run `cargo xtask test --only host`, which installs localstripe"
        )
    });
    let port = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = port.local_addr().unwrap().port();
    let child = Command::new("sh")
        .args(["-c", r#""$@" & cat; kill $!"#, "localstripe"])
        .arg(program)
        .args(["--from-scratch", "--port", &port.to_string()])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    (format!("http://127.0.0.1:{port}"), child.unwrap())
}
