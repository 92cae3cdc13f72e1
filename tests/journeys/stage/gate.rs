//! A gate between the browser and the server that can hold back the program, for as long as it
//! takes or for ever. Everything else passes as it is.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

/// What becomes of the `.wasm`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Program {
    /// It arrives so much later.
    Late(Duration),
    /// It is not there.
    Missing,
    /// What begins it arrives, and the rest so much later.
    RestLate(Duration),
    /// What begins it arrives. The rest is not there so many times.
    RestMissing(u32),
}

/// What becomes of one file.
enum Fate {
    Passes,
    Late(Duration),
    Missing,
}

impl Program {
    /// What becomes of the file at a path, where a rest was missing so many times before.
    fn fate_of(self, path: &str, missed: &AtomicU32) -> Fate {
        let Some((name, "wasm")) = path.rsplit_once('.') else {
            return Fate::Passes;
        };
        let is_rest = name.ends_with("_rest");
        match self {
            Self::Late(time) => Fate::Late(time),
            Self::Missing => Fate::Missing,
            Self::RestLate(time) if is_rest => Fate::Late(time),
            Self::RestMissing(times) if is_rest => {
                if missed.fetch_add(1, Ordering::SeqCst) < times {
                    Fate::Missing
                } else {
                    Fate::Passes
                }
            }
            Self::RestLate(_) | Self::RestMissing(_) => Fate::Passes,
        }
    }
}

/// A gate on a port of its own.
#[derive(Debug)]
pub(crate) struct Gate {
    listener: TcpListener,
    program: Program,
    passed: watch::Sender<bool>,
}

impl Gate {
    /// Opens the gate; nothing passes before [`Gate::lead_to`].
    pub(crate) async fn open(program: Program) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        Self {
            listener,
            program,
            passed: watch::Sender::new(false),
        }
    }

    /// Where payers come in.
    pub(crate) fn url(&self) -> String {
        format!(
            "http://{}",
            self.listener
                .local_addr()
                .expect("a bound socket has an address")
        )
    }

    /// Lets payers through to a server from now on. The answer tells when the program has passed.
    pub(crate) fn lead_to(self, server: u16) -> watch::Receiver<bool> {
        let passed = self.passed.subscribe();
        let missed = Arc::new(AtomicU32::new(0));
        tokio::spawn(async move {
            while let Ok((payer, _)) = self.listener.accept().await {
                let (missed, told) = (Arc::clone(&missed), self.passed.clone());
                let fate = move |path: &str| self.program.fate_of(path, &missed);
                // A browser that hangs up in the middle is no surprise.
                tokio::spawn(pass(payer, server, fate, told));
            }
        });
        passed
    }
}

async fn pass(
    mut payer: TcpStream,
    server: u16,
    fate: impl FnOnce(&str) -> Fate,
    passed: watch::Sender<bool>,
) -> io::Result<()> {
    let request = read_head(&mut payer).await?;
    match fate(request.split(' ').nth(1).unwrap_or_default()) {
        Fate::Passes => {}
        Fate::Late(time) => {
            tokio::time::sleep(time).await;
            passed.send_replace(true);
        }
        Fate::Missing => {
            return payer
                .write_all(
                    b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                )
                .await;
        }
    }
    let mut upstream = TcpStream::connect(("127.0.0.1", server)).await?;
    // One request a connection, so that each is looked at.
    let once = request.replacen("\r\n", "\r\nConnection: close\r\n", 1);
    upstream
        .write_all(once.replace("Connection: keep-alive\r\n", "").as_bytes())
        .await?;
    copy_bidirectional(&mut payer, &mut upstream)
        .await
        .map(drop)
}

/// Reads to the end of the head, and whatever of the body came along.
pub(super) async fn read_head(payer: &mut TcpStream) -> io::Result<String> {
    let mut bytes = Vec::new();
    while !bytes.windows(4).any(|end| end == b"\r\n\r\n") {
        if payer.read_buf(&mut bytes).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    }
    String::from_utf8(bytes).map_err(|_| io::ErrorKind::InvalidData.into())
}
