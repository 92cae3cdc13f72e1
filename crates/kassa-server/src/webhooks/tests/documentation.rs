//! Keeps `docs/webhooks.md` what the program does.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

use serde_json::json;

use crate::clock::{Clock, SystemClock};
use crate::domain::{DeliveryError, EventId, EventKind, WebhookSecret};
use crate::webhooks::{Message, sign};

/// Where the kinds of events are said in words.
const EVENTS: &str = include_str!("../../domain/event.rs");

fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/webhooks.md")
}

fn text() -> String {
    fs::read_to_string(file()).unwrap()
}

/// What a kind's variant says of itself.
fn meaning(kind: EventKind) -> String {
    let (before, _) = EVENTS.split_once(&format!("\n    {kind:?},\n")).unwrap();
    let mut lines: Vec<&str> = before.lines().rev().map(str::trim).collect();
    let said = lines
        .iter()
        .take_while(|line| line.starts_with("///"))
        .count();
    lines.truncate(said);
    let lines = lines
        .iter()
        .rev()
        .map(|line| line.trim_start_matches("///").trim());
    lines.collect::<Vec<_>>().join(" ")
}

/// The text between two comments, each on a line of its own, replaced.
fn replaced(text: &str, (from, to): (&str, &str), table: &str) -> String {
    let (before, after) = text.split_once(from).unwrap();
    let (line, after) = after.split_once('\n').unwrap();
    let (_, after) = after.split_once(to).unwrap();
    format!("{before}{from}{line}\n\n{table}\n{to}{after}")
}

#[test]
fn docs_webhooks_lists_every_event_and_every_reason() {
    let mut events = "| type | what happened |\n|---|---|\n".to_owned();
    for kind in EventKind::ALL {
        writeln!(events, "| `{}` | {} |", kind.as_str(), meaning(*kind)).unwrap();
    }
    let mut reasons = "| reason | meaning |\n|---|---|\n".to_owned();
    for error in DeliveryError::ALL {
        writeln!(reasons, "| `{}` | {error} |", error.as_str()).unwrap();
    }
    let written = text();
    let right = replaced(&written, ("<!-- events", "<!-- end of events"), &events);
    let right = replaced(&right, ("<!-- reasons", "<!-- end of reasons"), &reasons);
    if env::var_os("KASSA_WRITE_DOCS").is_some() && written != right {
        fs::write(file(), &right).unwrap();
    }
    assert!(
        text() == right,
        "docs/webhooks.md is old: KASSA_WRITE_DOCS=1 cargo test -p kassa-server docs_webhooks"
    );
}

/// How a language runs an example: its program, its file, and what is put behind the example to
/// call it with what stands on the standard input.
struct Language {
    name: &'static str,
    program: &'static str,
    file: &'static str,
    call: &'static str,
}

const LANGUAGES: [Language; 3] = [
    Language {
        name: "js",
        program: "node",
        file: "verify.mjs",
        call: r#"
import { readFileSync } from "node:fs";
const asked = JSON.parse(readFileSync(0, "utf8"));
console.log(verify(asked.secret, asked.headers, Buffer.from(asked.body, "utf8")).type);
"#,
    },
    Language {
        name: "python",
        program: "python3",
        file: "verify.py",
        call: r#"
import sys
asked = json.load(sys.stdin)
print(verify(asked["secret"], asked["headers"], asked["body"].encode())["type"])
"#,
    },
    Language {
        name: "perl",
        program: "perl",
        file: "verify.pl",
        call: r#"
use Encode qw(encode_utf8);
local $/;
my $asked = decode_json(<STDIN>);
print verify($asked->{secret}, $asked->{headers}, encode_utf8($asked->{body}))->{type}, "\n";
"#,
    },
];

impl Language {
    fn example(&self) -> String {
        let text = text();
        let (_, example) = text.split_once(&format!("```{}\n", self.name)).unwrap();
        example.split_once("```").unwrap().0.to_owned()
    }

    /// The event's type, where the example believes it.
    fn believes(&self, folder: &Path, asked: &serde_json::Value) -> Option<String> {
        let file = folder.join(self.file);
        fs::write(&file, self.example() + self.call).unwrap();
        let mut child = Command::new(self.program)
            .arg(&file)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("this test needs {}: {error}", self.program));
        let mut input = child.stdin.take().unwrap();
        input.write_all(asked.to_string().as_bytes()).unwrap();
        drop(input);
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        output.status.success().then(|| said.trim().to_owned())
    }
}

/// What a merchant's server got that was sent so many seconds ago, with a second secret in use.
fn sent(seconds_ago: i64) -> serde_json::Value {
    let (old, new) = (WebhookSecret::of([1; 32]), WebhookSecret::of([2; 32]));
    let message = Message {
        id: EventId("evt_0123456789abcdef".to_owned()),
        body: r#"{"type":"payment.captured","data":{"name":"渚 Ñandú"}}"#.to_owned(),
    };
    let ago = jiff::SignedDuration::from_secs(seconds_ago);
    let now = SystemClock.now().checked_sub(ago).unwrap();
    let signed = sign(&message, [&new, &old], now);
    json!({
        "secret": old.reveal(),
        "body": message.body,
        "headers": {
            "webhook-id": signed.id,
            "webhook-timestamp": signed.timestamp,
            "webhook-signature": signed.signature,
        },
    })
}

#[test]
fn the_examples_believe_what_we_sign_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    for language in &LANGUAGES {
        let believes = |asked| language.believes(folder.path(), &asked);
        assert_eq!(
            believes(sent(0)).as_deref(),
            Some("payment.captured"),
            "{}",
            language.name
        );
        assert_eq!(believes(sent(3600)), None, "{}: an old one", language.name);
        let mut forged = sent(0);
        forged["body"] = r#"{"type":"payment.captured","data":{}}"#.into();
        assert_eq!(believes(forged), None, "{}: another body", language.name);
        let mut unsigned = sent(0);
        unsigned["headers"]["webhook-signature"] = "v1, v1,AAAA v2".into();
        assert_eq!(believes(unsigned), None, "{}: no signature", language.name);
        let mut strange = sent(0);
        strange["secret"] = WebhookSecret::of([3; 32]).reveal().into();
        assert_eq!(believes(strange), None, "{}: another secret", language.name);
        let mut timeless = sent(0);
        timeless["headers"]["webhook-timestamp"] = "soon".into();
        assert_eq!(believes(timeless), None, "{}: no time", language.name);
    }
}
