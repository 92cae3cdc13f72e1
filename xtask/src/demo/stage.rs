//! A server and a shop on a fresh database.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use serde::Deserialize;

use super::ports::{free_port, preferred_port};
use super::process::Process;
use crate::build::Binaries;
use crate::command::Program;
use crate::failure::Failure;
use crate::repo::Repo;
use crate::stopwatch::Stopwatch;

/// How long a server may take until it answers.
const PATIENCE: Duration = Duration::from_secs(20);

/// Where to listen.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ports {
    server: u16,
    shop: u16,
    also: Option<u16>,
}

impl Ports {
    /// The ones that people remember, where they are free.
    pub(crate) fn familiar() -> Result<Self, Failure> {
        Ok(Self {
            server: preferred_port(7300)?,
            shop: preferred_port(7400)?,
            also: None,
        })
    }

    /// Any.
    pub(crate) fn free() -> Result<Self, Failure> {
        Ok(Self {
            server: free_port()?,
            shop: free_port()?,
            also: None,
        })
    }

    /// Lets one more port of this machine be an origin that may frame checkouts.
    pub(crate) fn and_origin(self, port: u16) -> Self {
        Self {
            also: Some(port),
            ..self
        }
    }

    /// What may frame checkouts: the shop, however a person spells this machine's name.
    fn origins(self) -> Vec<String> {
        let shops = [Some(self.shop), self.also].into_iter().flatten();
        shops
            .flat_map(|port| {
                [
                    format!("http://127.0.0.1:{port}"),
                    format!("http://localhost:{port}"),
                ]
            })
            .collect()
    }
}

/// A running server and shop. Dropping it ends both.
#[derive(Debug)]
#[must_use]
pub(crate) struct Stage {
    // The shop first: it ends before the server that it asks.
    shop: Process,
    server: Process,
    /// The server's origin.
    pub(crate) server_url: String,
    /// The shop's origin.
    pub(crate) shop_url: String,
    /// The demo account's key.
    pub(crate) api_key: String,
    /// The database's file.
    pub(crate) database: PathBuf,
}

#[derive(Deserialize)]
struct DemoData {
    api_key: String,
}

impl Stage {
    /// Starts both and waits until they answer.
    pub(crate) async fn start(
        repo: &Repo,
        binaries: &Binaries,
        ports: Ports,
    ) -> Result<Self, Failure> {
        let server_url = format!("http://127.0.0.1:{}", ports.server);
        // Another name of the same machine: to a browser it is another site.
        let shop_url = format!("http://localhost:{}", ports.shop);
        let database = fresh_database(repo, ports.server)?;
        let api_key = demo_data(&binaries.server, &database, &ports.origins())?;
        let server = start_server(repo, &binaries.server, &database, ports.server)?;
        let shop = start_shop(&binaries.shop, ports.shop, &server_url, &api_key)?;
        let mut stage = Self {
            shop,
            server,
            server_url,
            shop_url,
            api_key,
            database,
        };
        stage
            .answers(&format!("{}/api/recipients", stage.server_url))
            .await?;
        stage.answers(&stage.shop_url.clone()).await?;
        Ok(stage)
    }

    /// Fails if the server or the shop has ended.
    pub(crate) fn check(&mut self) -> Result<(), Failure> {
        self.server.check()?;
        self.shop.check()
    }

    async fn answers(&mut self, url: &str) -> Result<(), Failure> {
        let watch = Stopwatch::start();
        while reqwest::get(url).await.is_err() {
            self.check()?;
            if watch.elapsed() > PATIENCE {
                return Err(Failure::answer(url, "it should have begun to serve by now"));
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
        Ok(())
    }
}

/// A folder of its own for each run, so that several can go on at once.
fn fresh_database(repo: &Repo, port: u16) -> Result<PathBuf, Failure> {
    let folder = repo.path(".demo").join(port.to_string());
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder)
        .map_err(|source| Failure::io(format!("make {}", folder.display()), source))?;
    Ok(folder.join("kassa.db"))
}

fn demo_data(server: &Path, database: &Path, origins: &[String]) -> Result<String, Failure> {
    let printed = Program::new(server, "creating the demo account")
        .args(["demo-data", "--database"])
        .args([database])
        .args(
            origins
                .iter()
                .flat_map(|origin| ["--shop-origin", origin.as_str()]),
        )
        .output()?;
    let data: DemoData = serde_json::from_str(&printed)
        .map_err(|_| Failure::answer("kassa-server demo-data", "it should print the API key"))?;
    Ok(data.api_key)
}

fn start_server(
    repo: &Repo,
    program: &Path,
    database: &Path,
    port: u16,
) -> Result<Process, Failure> {
    let mut command = Command::new(program);
    command
        .args([
            "serve",
            "--sandbox-ledger",
            "--webhooks-anywhere",
            "--brand-preview",
            "--database",
        ])
        .arg(database)
        .args(["--listen", &format!("127.0.0.1:{port}")])
        .args(["--public-url", &format!("http://127.0.0.1:{port}")])
        .arg("--assets")
        .arg(repo.dist())
        .arg("--embed")
        .arg(repo.dist().join("kassa.js"));
    Process::start("kassa-server", command)
}

fn start_shop(program: &Path, port: u16, server: &str, api_key: &str) -> Result<Process, Failure> {
    let mut command = Command::new(program);
    command
        .args(["--listen", &format!("127.0.0.1:{port}")])
        .args(["--server", server])
        // Not an argument: everyone on this machine can read those.
        .env("KASSA_API_KEY", api_key);
    Process::start("kassa-demo-shop", command)
}
