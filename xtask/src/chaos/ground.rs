//! What one run stands on: a store, its servers, an account, and a merchant's receiver.

use std::fs;
use std::path::{Path, PathBuf};

use reqwest::Method;
use serde::Deserialize;
use serde_json::json;

use super::asker::{Asker, Question};
use super::cluster::Cluster;
use super::database::Database;
use super::dice::Dice;
use super::options::StoreKind;
use super::receiver::Receiver;
use super::servers::Servers;
use crate::command::Program;
use crate::demo::free_port;
use crate::failure::Failure;
use crate::repo::Repo;

/// How the merchant's endpoints are called.
pub(crate) const ENDPOINTS: [&str; 2] = ["/one", "/two"];

/// What one run stands on.
#[derive(Debug)]
pub(crate) struct Ground {
    /// The servers.
    pub(crate) servers: Servers,
    /// PostgreSQL, where it is the store.
    pub(crate) cluster: Option<Cluster>,
    /// Where everything is kept.
    pub(crate) database: Database,
    /// The demo account's key.
    pub(crate) api_key: String,
    folder: PathBuf,
}

#[derive(Deserialize)]
struct DemoData {
    api_key: String,
}

impl Ground {
    /// Makes the store and the account; starts nothing but PostgreSQL.
    pub(crate) fn prepare(repo: &Repo, server: &Path, store: StoreKind) -> Result<Self, Failure> {
        let folder = tempfile::Builder::new().prefix("kassa-chaos").tempdir();
        let folder = folder.map_err(|source| Failure::io("make a folder", source))?;
        let folder = folder.keep();
        let file = folder.join("kassa.db");
        let (cluster, database) = match store {
            StoreKind::Sqlite => (None, Database::File(file.clone())),
            StoreKind::Postgres => {
                let cluster = Cluster::start()?;
                let address = cluster.address();
                (Some(cluster), Database::Server(address))
            }
        };
        let mut keep = vec!["--database".to_owned(), file.display().to_string()];
        if let Database::Server(address) = &database {
            keep.extend(["--database-url".to_owned(), address.clone()]);
        }
        let api_key = demo_data(server, &keep)?;
        let ports: Result<Vec<u16>, Failure> = (0..store.servers()).map(|_| free_port()).collect();
        let servers = Servers::new(server.to_owned(), folder.clone(), ports?);
        let assets = assets(repo, &folder)?;
        Ok(Self {
            servers: servers.with_flags([keep, flags(&assets)].concat()),
            cluster,
            database,
            api_key,
            folder,
        })
    }

    /// Adds the merchant's endpoints; the servers have to stand.
    pub(crate) async fn add_endpoints(
        receiver: &Receiver,
        asker: &Asker,
        dice: &mut Dice,
    ) -> Result<(), Failure> {
        for path in ENDPOINTS {
            let body = json!({ "url": format!("http://{}{path}", receiver.address) });
            let question = Question::send(Method::POST, "/api/webhooks/endpoints", body)
                .with("idempotency-key", format!("endpoint-{path}"));
            let reply = asker.ask(&question, dice).await?;
            let secret = reply.body["secret"].as_str().unwrap_or_default();
            receiver.expect(path, secret)?;
        }
        Ok(())
    }

    /// What the servers said that they must never say.
    pub(crate) fn panics(&self) -> Result<Vec<String>, Failure> {
        let told = |source| Failure::io("read a server's log", source);
        let mut panics = Vec::new();
        for entry in fs::read_dir(&self.servers.logs).map_err(told)? {
            let path = entry.map_err(told)?.path();
            if path.extension().is_some_and(|kind| kind == "log") {
                let log = fs::read_to_string(&path).map_err(told)?;
                let said = log.lines().filter(|line| line.contains("panicked"));
                panics.extend(said.map(|line| format!("a server fell over: {line}")));
            }
        }
        Ok(panics)
    }

    /// Throws everything away.
    pub(crate) fn clear(mut self) {
        self.servers.stop_all();
        drop(fs::remove_dir_all(&self.folder));
    }

    /// Leaves the files where they are, to be looked at.
    pub(crate) fn keep(mut self) -> PathBuf {
        self.servers.stop_all();
        self.folder.clone()
    }
}

/// The page without its program: nobody here has a browser.
fn assets(repo: &Repo, folder: &Path) -> Result<PathBuf, Failure> {
    let told = |source| Failure::io("copy the page", source);
    let assets = folder.join("assets");
    fs::create_dir_all(&assets).map_err(told)?;
    for (from, to) in [("index.html", "index.html"), ("embed/kassa.js", "kassa.js")] {
        fs::copy(repo.path(from), assets.join(to)).map_err(told)?;
    }
    Ok(assets)
}

/// Everything happens sooner than a merchant would choose.
fn flags(assets: &Path) -> Vec<String> {
    let flags = [
        "--sandbox-ledger",
        "--payer-rate=0",
        "--merchant-rate=0",
        "--charge-time-limit=1",
        "--round-every=1",
        "--sandbox-transfer-delay=3",
    ];
    let mut flags: Vec<String> = flags.into_iter().map(str::to_owned).collect();
    flags.extend(["--assets".to_owned(), assets.display().to_string()]);
    flags
}

fn demo_data(server: &Path, keep: &[String]) -> Result<String, Failure> {
    let printed = Program::new(server, "creating the demo account")
        .args(["demo-data", "--shop-origin", "http://127.0.0.1:1"])
        .args(keep)
        .output()?;
    let data: DemoData = serde_json::from_str(&printed)
        .map_err(|_| Failure::answer("kassa-server demo-data", "it should print the API key"))?;
    Ok(data.api_key)
}
