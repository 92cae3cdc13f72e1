//! Everything a journey plays on, started together.

use sqlx::sqlite::{SqliteConnectOptions, SqlitePool};
use tempfile::TempDir;
use tokio::sync::watch;

use super::gate::Gate;
use super::pages::Pages;
use super::server::{self, Server};
use super::shop::{self, Shop};
use crate::merchant::Merchant;

/// A server, a shop and their files. Dropping it ends them; a failed journey's log is printed.
#[derive(Debug)]
pub(crate) struct Stage {
    // In the order of ending: who asks before who is asked, files last.
    pub(crate) shop: Shop,
    pub(crate) pages: Pages,
    pub(crate) server: Server,
    folder: TempDir,
}

impl Stage {
    /// A server, and a shop and pages whose origins are registered.
    pub(crate) async fn open() -> Self {
        Self::build(None).await
    }

    /// The same, where payers come through a gate. The answer tells when the program has passed.
    pub(crate) async fn behind(gate: Gate) -> (Self, watch::Receiver<bool>) {
        let stage = Self::build(Some(gate.url())).await;
        let passed = gate.lead_to(stage.server.port());
        (stage, passed)
    }

    async fn build(public_url: Option<String>) -> Self {
        let folder = tempfile::tempdir().expect("a fresh folder");
        let (port, origin) = shop::reserve();
        let pages = Pages::open().await;
        let origins = [origin, pages.origin()];
        let server = Server::start(folder.path(), &origins, public_url).await;
        let shop = Shop::start(folder.path(), port, &server.direct_url(), &server.api_key).await;
        Self {
            shop,
            pages,
            server,
            folder,
        }
    }

    /// One more shop, whose origin nobody registered.
    pub(crate) async fn stranger(&self) -> Shop {
        let (port, _) = shop::reserve();
        Shop::start(
            self.folder.path(),
            port,
            &self.server.direct_url(),
            &self.server.api_key,
        )
        .await
    }

    /// The account's own view of the server.
    pub(crate) fn merchant(&self) -> Merchant {
        Merchant::new(self.server.direct_url(), self.server.api_key.clone())
    }

    /// The server's database, from outside.
    pub(crate) async fn database(&self) -> SqlitePool {
        let options = SqliteConnectOptions::new().filename(server::database(self.folder.path()));
        SqlitePool::connect_with(options)
            .await
            .expect("the database is a file that can be read")
    }

    /// A folder that lives as long as the stage.
    pub(crate) fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// Fails where the server's log holds a text that no log may hold.
    pub(crate) fn log_never_says(&self, secret: &str) {
        let log = server::log(self.folder.path());
        assert!(!log.contains(secret), "the log says {secret:?}: {log}");
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let log = server::log(self.folder.path());
            let from = log.char_indices().rev().nth(6000).map_or(0, |(at, _)| at);
            eprintln!("the server's log ends so:\n{}", &log[from..]);
        }
    }
}
