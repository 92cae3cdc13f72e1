//! Requests drawn from our own `OpenAPI` document, right ones and wrong ones, to a real server
//! with a real key: none may be answered with a server's error, and every answer has to be one that the
//! document promises.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use crate::build::{self, Profile};
use crate::chaos::{Ground, StoreKind};
use crate::command::Program;
use crate::demo::runtime;
use crate::failure::Failure;
use crate::repo::Repo;
use crate::stopwatch::Stopwatch;
use crate::tools;

/// How long the server may take until it answers.
const PATIENCE: Duration = Duration::from_secs(20);

/// What has to be true of every answer.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,\
                      response_schema_conformance";

/// How many requests are drawn for each operation before the next has its turn, beside those that
/// try each field's limits: few, so that all have turns.
const EXAMPLES: &str = "10";

/// When it is over. Until then turns go on.
const SECONDS: &str = "60";

/// Draws and sends them.
pub(crate) fn run(repo: &Repo) -> Result<(), Failure> {
    let schemathesis = tools::schemathesis(repo)?;
    let server = build::binaries(repo, Profile::Dev)?.server;
    let folder = folder(repo)?;
    let mut ground = Ground::prepare(repo, &server, StoreKind::Sqlite)?;
    ground.servers.start_all(None)?;
    let url = ground.servers.urls().concat();
    runtime()?.block_on(answers(&url))?;
    let asked = Program::new(schemathesis, "random requests")
        .args(["run", &format!("{url}/api/openapi.json"), "--no-color"])
        .args([
            "--header",
            &format!("Authorization: Bearer {}", ground.api_key),
        ])
        .args(["--checks", CHECKS, "--phases", "examples,coverage,fuzzing"])
        .args(["--max-examples", EXAMPLES, "--max-time", SECONDS])
        .args(["--workers", "1", "--suppress-health-check", "all"])
        .args(["--continue-on-failure", "--warnings", "off"])
        .args(["--generation-database", "none", "--request-timeout", "20"])
        .dir(&folder)
        .run();
    let panics = ground.panics()?;
    ground.clear();
    asked?;
    match panics.first() {
        None => Ok(()),
        Some(panic) => Err(Failure::answer("the server", panic)),
    }
}

/// Schemathesis leaves notes where it runs; they are not for the repository.
fn folder(repo: &Repo) -> Result<PathBuf, Failure> {
    let folder = repo.target().join("random-requests");
    fs::create_dir_all(&folder)
        .map_err(|source| Failure::io(format!("make {}", folder.display()), source))?;
    Ok(folder)
}

async fn answers(url: &str) -> Result<(), Failure> {
    let watch = Stopwatch::start();
    while reqwest::get(format!("{url}/healthz")).await.is_err() {
        if watch.elapsed() > PATIENCE {
            return Err(Failure::answer(url, "it should have begun to serve by now"));
        }
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
    Ok(())
}
