//! The pages that Kassa is compared with, and the shop's page around either.
//!
//! Two servers, because a shop and a provider are two origins. Everything is compressed ahead of
//! time, as Kassa's own assets are.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE,
};
use axum::http::{Method, StatusCode, Uri};
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

/// What to answer: to a path, to a name at the end of any path, or to an ending of any name.
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
        self.text(&format!("/{name}"), &text)
    }

    /// Adds the shop's page with these tags in it.
    pub(crate) fn shop(self, repo: &Repo, name: &str, tags: [&str; 2]) -> Result<Self, Failure> {
        let [script, checkout] = tags;
        let template = read(repo, "shop.html")?;
        self.text(
            &format!("/{name}"),
            &template
                .replace("__SCRIPT__", script)
                .replace("__CHECKOUT__", checkout),
        )
    }

    /// Adds a file that was built.
    pub(crate) fn written(self, file: &Path, place: &str) -> Result<Self, Failure> {
        self.text(place, &read_text(file)?)
    }

    /// Adds an answer. `place` is a path (`/form.html`), a name that any path may end with
    /// (`field.html`), or an ending that any name may have (`.svg`).
    pub(crate) fn text(mut self, place: &str, text: &str) -> Result<Self, Failure> {
        let ready = Ready {
            content_type: content_type(place),
            compressed: brotli(text.as_bytes())?,
        };
        self.0.insert(place.to_owned(), ready);
        Ok(self)
    }

    /// Serves them on this port.
    pub(crate) async fn serve(self, port: u16) -> Result<Served, Failure> {
        let listener = TcpListener::bind(("127.0.0.1", port))
            .await
            .map_err(|source| Failure::io("serve the static pages", source))?;
        let router = self.router();
        Ok(Served(tokio::spawn(async move {
            // It ends only with the bench.
            drop(axum::serve(listener, router).await);
        })))
    }

    /// For whoever serves them in another way.
    pub(crate) fn router(self) -> Router {
        Router::new().fallback(answer).with_state(Arc::new(self))
    }

    fn find(&self, path: &str) -> Option<&Ready> {
        let name = path.rsplit('/').next().unwrap_or_default();
        let ending = name.rfind('.').and_then(|at| name.get(at..));
        let found = self.0.get(path).or_else(|| self.0.get(name));
        found.or_else(|| self.0.get(ending?))
    }
}

impl Served {
    /// A server that somebody else has started.
    pub(crate) fn of(task: JoinHandle<()>) -> Self {
        Self(task)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.0.abort();
    }
}

fn content_type(place: &str) -> &'static str {
    match place.rsplit('.').next() {
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        Some("html") => "text/html; charset=utf-8",
        _ => "application/json",
    }
}

async fn answer(State(pages): State<Arc<StaticPages>>, method: Method, uri: Uri) -> Response {
    // Whoever asks across origins may: these pages keep no secrets.
    let to_anyone = [
        (ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (ACCESS_CONTROL_ALLOW_HEADERS, "*"),
        (ACCESS_CONTROL_ALLOW_METHODS, "*"),
    ];
    if method == Method::OPTIONS {
        return (StatusCode::NO_CONTENT, to_anyone).into_response();
    }
    let Some(ready) = pages.find(uri.path()) else {
        return (StatusCode::NOT_FOUND, to_anyone).into_response();
    };
    let headers = [
        (CONTENT_TYPE, ready.content_type),
        (CONTENT_ENCODING, "br"),
        (CACHE_CONTROL, "no-store"),
    ];
    (to_anyone, headers, ready.compressed.clone()).into_response()
}

fn read(repo: &Repo, name: &str) -> Result<String, Failure> {
    read_text(&repo.path("bench/static").join(name))
}

fn read_text(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path)
        .map_err(|source| Failure::io(format!("read {}", path.display()), source))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_goes_before_a_name_and_a_name_before_its_ending() {
        let pages = StaticPages::default()
            .text("/a/b.svg", "the path")
            .and_then(|pages| pages.text("b.svg", "the name"))
            .and_then(|pages| pages.text(".svg", "<svg/>"))
            .unwrap();
        let found = |path| {
            pages
                .find(path)
                .map(|it| crate::build::brotli_plain(&it.compressed).unwrap())
        };
        assert_eq!(found("/a/b.svg").as_deref(), Some("the path"));
        assert_eq!(found("/b.svg").as_deref(), Some("the name"));
        assert_eq!(found("/c.svg").as_deref(), Some("<svg/>"));
        assert_eq!(found("/c.html"), None);
    }
}
