//! A released server on a database of its own, with orders enough.

use std::fs;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::Command;

use serde::Deserialize;
use sqlx::ConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;

use crate::build::{Binaries, brotli};
use crate::command::Program;
use crate::demo::{Process, free_port};
use crate::failure::Failure;
use crate::repo::Repo;

/// The server and what it works on. Dropping it ends the server.
pub(crate) struct Ground {
    program: PathBuf,
    folder: PathBuf,
    process: Option<Process>,
    /// Where it listens.
    pub(crate) server: SocketAddr,
    /// The demo account's key.
    pub(crate) api_key: String,
}

#[derive(Deserialize)]
struct DemoData {
    api_key: String,
}

/// The number of the nth order made for this test.
pub(crate) fn order_number(nth: usize) -> String {
    format!("LOAD-{nth:07}")
}

impl Ground {
    /// Whose orders are paid: a recipient of the demo account, and its account's currency.
    pub(crate) const RECIPIENT: &str = "FWU";

    /// Makes the data and starts the server.
    pub(crate) async fn prepare(
        repo: &Repo,
        binaries: &Binaries,
        orders: usize,
    ) -> Result<Self, Failure> {
        let port = free_port()?;
        let folder = repo.path(".demo").join(format!("load-{port}"));
        let mut ground = Self {
            program: binaries.server.clone(),
            folder,
            process: None,
            server: SocketAddr::from(([127, 0, 0, 1], port)),
            api_key: String::new(),
        };
        ground.copy_assets(repo)?;
        ground.api_key = ground.demo_data()?;
        ground.add_orders(orders).await?;
        ground.start()?;
        Ok(ground)
    }

    /// The database's file.
    pub(crate) fn database(&self) -> PathBuf {
        self.folder.join("kassa.db")
    }

    /// The server's process.
    pub(crate) fn pid(&self) -> Option<u32> {
        self.process.as_ref().map(Process::id)
    }

    /// Starts the server on its data; it may not answer yet.
    pub(crate) fn start(&mut self) -> Result<(), Failure> {
        let mut command = Command::new(&self.program);
        command
            .args([
                "serve",
                "--sandbox-ledger",
                "--payer-rate",
                "0",
                "--merchant-rate",
                "0",
                "--database",
            ])
            .arg(self.database())
            .args(["--listen", &self.server.to_string()])
            .arg("--assets")
            .arg(self.folder.join("assets"))
            .env("KASSA_LOG", "warn");
        self.process = Some(Process::start("kassa-server", command)?);
        Ok(())
    }

    /// Ends the server in good order.
    pub(crate) fn stop(&mut self) {
        self.process = None;
    }

    /// Fails if the server ended by itself.
    pub(crate) fn check(&mut self) -> Result<(), Failure> {
        self.process.as_mut().map_or(Ok(()), Process::check)
    }

    /// A copy of the built files, so that one of the test's own can lie beside them.
    fn copy_assets(&self, repo: &Repo) -> Result<(), Failure> {
        let told = |source| Failure::io("copy the built files", source);
        let assets = self.folder.join("assets");
        fs::create_dir_all(&assets).map_err(told)?;
        for entry in fs::read_dir(repo.dist()).map_err(told)? {
            let entry = entry.map_err(told)?;
            fs::copy(entry.path(), assets.join(entry.file_name())).map_err(told)?;
        }
        Ok(())
    }

    /// Puts a page among the files, compressed as well as can be, and starts the server anew: the
    /// path of the fixed body.
    pub(crate) fn fix(&mut self, page: &str) -> Result<&'static str, Failure> {
        let told = |source| Failure::io("write the fixed page", source);
        let file = self.folder.join("assets/fixed.css");
        fs::write(&file, page).map_err(told)?;
        fs::write(file.with_extension("css.br"), brotli(page.as_bytes())?).map_err(told)?;
        self.stop();
        self.start()?;
        Ok("/assets/fixed.css")
    }

    fn demo_data(&self) -> Result<String, Failure> {
        let printed = Program::new(&self.program, "creating the demo account")
            .args([
                "demo-data",
                "--shop-origin",
                "http://127.0.0.1:1",
                "--database",
            ])
            .args([self.database()])
            .output()?;
        let data: DemoData = serde_json::from_str(&printed).map_err(|_| {
            Failure::answer("kassa-server demo-data", "it should print the API key")
        })?;
        Ok(data.api_key)
    }

    /// Orders like the demo's first one of the recipient, each with a number of its own.
    async fn add_orders(&self, count: usize) -> Result<(), Failure> {
        let mut connection = SqliteConnectOptions::new()
            .filename(self.database())
            .connect()
            .await?;
        sqlx::query(
            "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $1)
             INSERT INTO orders (account_id, number, country, currency, amount_minor, lines, search)
             SELECT r.account_id, printf('LOAD-%07d', i), r.country, r.currency, 485000, '[]', ''
             FROM n, recipients r WHERE r.id = $2",
        )
        .bind(i64::try_from(count).unwrap_or(i64::MAX))
        .bind(Self::RECIPIENT)
        .execute(&mut connection)
        .await?;
        Ok(())
    }
}

impl Drop for Ground {
    fn drop(&mut self) {
        self.stop();
        drop(fs::remove_dir_all(&self.folder));
    }
}
