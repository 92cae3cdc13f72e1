//! The pretend merchant's shop as a process, on an origin of its own.

use std::path::Path;

use tokio::process::Command;

use super::process::{Process, until};
use super::{places, port};
use crate::merchant::Session;

/// A shop. Its host name is not the server's, so that its frames are truly from another site.
#[derive(Debug)]
pub(crate) struct Shop {
    _process: Process,
    port: u16,
}

impl Shop {
    /// Starts a shop that asks this server with this key.
    pub(crate) async fn start(folder: &Path, port: u16, server: &str, api_key: &str) -> Self {
        let mut command = Command::new(places::shop());
        command
            .args(["--listen", &format!("127.0.0.1:{port}"), "--server", server])
            .env("KASSA_API_KEY", api_key);
        let shop = Self {
            _process: Process::start(command, &folder.join("shop.log")),
            port,
        };
        let url = format!("http://127.0.0.1:{port}/");
        until("the shop answers", async || reqwest::get(&url).await.ok()).await;
        shop
    }

    /// Its page that shows a session by script tag.
    pub(crate) fn page_with_script(&self, session: &Session) -> String {
        format!("{}/script?session={}", self.origin(), session.id)
    }

    /// Its page that shows a session in a bare frame.
    pub(crate) fn page_with_frame(&self, session: &Session) -> String {
        format!("{}/frame?session={}", self.origin(), session.id)
    }

    /// The shop's origin.
    pub(crate) fn origin(&self) -> String {
        origin(self.port)
    }
}

/// A port for a shop, and the origin that it will have there.
pub(crate) fn reserve() -> (u16, String) {
    let port = port::free();
    (port, origin(port))
}

fn origin(port: u16) -> String {
    format!("http://localhost:{port}")
}
