//! The program, in a folder of its own and with no environment but what a test gives it.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;
use tempfile::TempDir;

/// How long anything may take here.
const PATIENCE: Duration = Duration::from_secs(30);

/// A folder with a built widget, and what the program is started by, where it is not started
/// alone.
pub(crate) struct Place {
    folder: TempDir,
    by: Vec<String>,
}

/// What the program said before it ended.
pub(crate) struct Said {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Place {
    pub(crate) fn new() -> Self {
        let place = Self {
            folder: tempfile::tempdir().unwrap(),
            by: Vec::new(),
        };
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
        let assets = place.path("assets");
        fs::create_dir(&assets).unwrap();
        fs::copy(root.join("index.html"), assets.join("index.html")).unwrap();
        fs::copy(root.join("embed/kassa.js"), assets.join("kassa.js")).unwrap();
        place
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// From now on the program is started by another one.
    pub(crate) fn start_by(&mut self, other: Vec<String>) {
        self.by = other;
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let program = env!("CARGO_BIN_EXE_kassa-server").to_owned();
        let mut words = self.by.iter().chain([&program]);
        let mut command = Command::new(words.next().unwrap());
        command
            .env_clear()
            .current_dir(self.folder.path())
            .args(words)
            .args(arguments);
        command
    }

    /// Runs it to its end.
    pub(crate) fn run(&self, arguments: &[&str]) -> Said {
        said(self.command(arguments))
    }

    /// Makes the demo account; its API key.
    pub(crate) fn demo_key(&self, more: &[&str]) -> String {
        let shop = ["demo-data", "--shop-origin", "http://127.0.0.1:7400"];
        let said = self.run(&[&shop, more].concat());
        assert_eq!(said.code, Some(0), "{}", said.err);
        let made: Value = serde_json::from_str(&said.out).unwrap();
        made["api_key"].as_str().unwrap().to_owned()
    }

    /// Serves on a free port, with these flags beside what it needs.
    pub(crate) fn serve(&self, arguments: &[&str]) -> Server {
        Self::start(self.serving(arguments))
    }

    /// How it would be served.
    pub(crate) fn serving(&self, arguments: &[&str]) -> Command {
        let mut command = self.command(&["serve", "--assets", "assets"]);
        command.args(["--listen", "127.0.0.1:0"]).args(arguments);
        command
    }

    pub(crate) fn start(command: Command) -> Server {
        Server::start(command)
    }
}

/// Runs it to its end.
pub(crate) fn said(mut command: Command) -> Said {
    let output = command.stdin(Stdio::null()).output().unwrap();
    Said {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A running server. Dropping it ends it.
pub(crate) struct Server {
    child: Child,
    log: Arc<Mutex<Vec<Value>>>,
}

impl Server {
    fn start(mut command: Command) -> Self {
        let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
        let log = Arc::new(Mutex::new(Vec::new()));
        let (lines, kept) = (
            BufReader::new(child.stderr.take().unwrap()).lines(),
            log.clone(),
        );
        thread::spawn(move || {
            for line in lines {
                let line = line.unwrap();
                let read = serde_json::from_str(&line).unwrap_or(Value::String(line));
                kept.lock().unwrap().push(read);
            }
        });
        Self { child, log }
    }

    /// Waits for a line of the log; its fields.
    pub(crate) fn logged(&self, message: &str) -> Value {
        until(
            &format!("{message}: {:?}", self.log.lock().unwrap()),
            || {
                let log = self.log.lock().unwrap();
                let fields = log.iter().map(|line| &line["fields"]);
                let mut fields = fields.filter(|fields| fields["message"] == message);
                fields.next().cloned()
            },
        )
    }

    /// Where it listens.
    pub(crate) fn address(&self) -> String {
        let ready = self.logged("ready");
        let url = ready["url"].as_str().unwrap();
        url.strip_prefix("http://").unwrap().to_owned()
    }

    /// Asks it to end.
    pub(crate) fn terminate(&self) {
        let id = i32::try_from(self.child.id()).unwrap();
        kill_process(Pid::from_raw(id).unwrap(), Signal::TERM).unwrap();
    }

    /// Waits for its end.
    pub(crate) fn ended(&mut self) -> ExitStatus {
        until("the server ends", || self.child.try_wait().unwrap())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Asks again and again; fails after a while.
pub(crate) fn until<T>(what: &str, mut asked: impl FnMut() -> Option<T>) -> T {
    const PAUSE: Duration = Duration::from_millis(20);
    for _ in 0..PATIENCE.as_millis() / PAUSE.as_millis() {
        if let Some(answer) = asked() {
            return answer;
        }
        thread::sleep(PAUSE);
    }
    panic!("waited in vain for: {what}");
}

/// One whole answer; nothing where nobody listens.
pub(crate) fn get(address: &str, path: &str) -> Option<String> {
    let mut stream = TcpStream::connect(address).ok()?;
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok()?;
    Some(answer)
}

/// A request that the server has begun to read and cannot finish reading.
pub(crate) struct HalfSent(TcpStream);

impl HalfSent {
    pub(crate) fn begin(address: &str) -> Self {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let head = format!(
            "POST /sandbox/tokens HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\
             Content-Type: application/json\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n"
        );
        stream.write_all(head.as_bytes()).unwrap();
        // Said when somebody waits for the body.
        let mut go_on = [0; 25];
        stream.read_exact(&mut go_on).unwrap();
        assert_eq!(&go_on, b"HTTP/1.1 100 Continue\r\n\r\n");
        Self(stream)
    }

    pub(crate) fn finish(mut self) -> String {
        self.0.write_all(b"{}").unwrap();
        let mut answer = String::new();
        self.0.read_to_string(&mut answer).unwrap();
        answer
    }
}
