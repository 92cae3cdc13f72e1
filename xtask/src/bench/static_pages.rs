//! The pages that Kassa is compared with, and the shop's page around either.
//!
//! Two servers, because a shop and a provider are two origins. Everything is compressed ahead of
//! time, as Kassa's own assets are.

use std::collections::HashMap;
use std::fs;
use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::build::brotli;
use crate::failure::Failure;
use crate::repo::Repo;

/// A page or script, ready to send.
#[derive(Debug)]
struct Ready {
    content_type: &'static str,
    compressed: Vec<u8>,
}

/// Path to content.
#[derive(Debug, Default)]
pub(crate) struct StaticPages(HashMap<String, Ready>);

/// A server that stops when it is let go.
#[derive(Debug)]
#[must_use]
pub(crate) struct Served(JoinHandle<()>);

impl StaticPages {
    /// Adds a file of `bench/static` as it is.
    pub(crate) fn file(self, repo: &Repo, name: &str) -> Result<Self, Failure> {
        let text = read(repo, name)?;
        self.text(name, &text)
    }

    /// Adds the shop's page with these tags in it.
    pub(crate) fn shop(self, repo: &Repo, name: &str, tags: [&str; 2]) -> Result<Self, Failure> {
        let [script, checkout] = tags;
        let template = read(repo, "shop.html")?;
        self.text(
            name,
            &template
                .replace("__SCRIPT__", script)
                .replace("__CHECKOUT__", checkout),
        )
    }

    fn text(mut self, name: &str, text: &str) -> Result<Self, Failure> {
        let script = name
            .rsplit_once('.')
            .is_some_and(|(_, extension)| extension == "js");
        let content_type = if script {
            "text/javascript"
        } else {
            "text/html; charset=utf-8"
        };
        let compressed = brotli(text.as_bytes())?;
        self.0.insert(
            format!("/{name}"),
            Ready {
                content_type,
                compressed,
            },
        );
        Ok(self)
    }

    /// Serves them on this port.
    pub(crate) async fn serve(self, port: u16) -> Result<Served, Failure> {
        let listener = TcpListener::bind(("127.0.0.1", port))
            .await
            .map_err(|source| Failure::io("serve the static pages", source))?;
        let router = Router::new().fallback(answer).with_state(Arc::new(self));
        Ok(Served(tokio::spawn(async move {
            // It ends only with the bench.
            drop(axum::serve(listener, router).await);
        })))
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.0.abort();
    }
}

async fn answer(State(pages): State<Arc<StaticPages>>, uri: Uri) -> Response {
    let Some(ready) = pages.0.get(uri.path()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let headers = [
        (CONTENT_TYPE, ready.content_type),
        (CONTENT_ENCODING, "br"),
        (CACHE_CONTROL, "no-store"),
    ];
    (headers, ready.compressed.clone()).into_response()
}

fn read(repo: &Repo, name: &str) -> Result<String, Failure> {
    let path = repo.path("bench/static").join(name);
    fs::read_to_string(&path)
        .map_err(|source| Failure::io(format!("read {}", path.display()), source))
}
