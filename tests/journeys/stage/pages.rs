//! Pages that a journey writes itself, on an origin that the account registered: what a merchant's
//! page may look like, with the content security policy that it may have.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex};

use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};

use super::gate::read_head;

/// What is at each path.
type Files = Arc<Mutex<BTreeMap<String, File>>>;

/// Pages on a port of their own.
#[derive(Debug)]
pub(crate) struct Pages {
    port: u16,
    files: Files,
}

#[derive(Clone, Debug)]
struct File {
    kind: &'static str,
    policy: String,
    body: Vec<u8>,
}

impl Pages {
    /// Opens the port; there are no pages yet.
    pub(crate) async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let port = listener.local_addr().expect("a bound socket").port();
        let files = Files::default();
        tokio::spawn(serve(listener, Arc::clone(&files)));
        Self { port, files }
    }

    /// Where they are.
    pub(crate) fn origin(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// Writes a page with this content security policy, and says where it is.
    pub(crate) fn write(&self, policy: &str, html: &str) -> String {
        let html = format!("<!doctype html><html lang=en><title>Shop</title>{html}");
        let path = format!("/{}", self.files.lock().expect("nobody panics").len());
        self.put(&path, "text/html; charset=utf-8", policy, html.into_bytes());
        format!("{}{path}", self.origin())
    }

    /// Serves the scripts of a folder, each under its own name.
    pub(crate) fn bring_scripts(&self, folder: &Path) {
        for entry in fs::read_dir(folder).expect("a folder of scripts").flatten() {
            let path = format!("/{}", entry.file_name().display());
            let script = fs::read(entry.path()).expect("a script can be read");
            self.put(&path, "text/javascript", "", script);
        }
    }

    fn put(&self, path: &str, kind: &'static str, policy: &str, body: Vec<u8>) {
        let policy = policy.to_owned();
        let file = File { kind, policy, body };
        let mut files = self.files.lock().expect("nobody panics");
        files.insert(path.to_owned(), file);
    }
}

async fn serve(listener: TcpListener, files: Files) {
    while let Ok((browser, _)) = listener.accept().await {
        // A browser that hangs up in the middle is no surprise.
        tokio::spawn(answer(browser, Arc::clone(&files)));
    }
}

async fn answer(mut browser: TcpStream, files: Files) -> io::Result<()> {
    let request = read_head(&mut browser).await?;
    let path = request.split([' ', '?']).nth(1).unwrap_or_default();
    let found = files.lock().expect("nobody panics").get(path).cloned();
    let Some(File { kind, policy, body }) = found else {
        // Browsers ask for an icon by themselves.
        return browser
            .write_all(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")
            .await;
    };
    let policy = if policy.is_empty() {
        String::new()
    } else {
        format!("Content-Security-Policy: {policy}\r\n")
    };
    let length = body.len();
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n{policy}Connection: close\r\n\r\n"
    );
    browser.write_all(head.as_bytes()).await?;
    browser.write_all(&body).await
}
