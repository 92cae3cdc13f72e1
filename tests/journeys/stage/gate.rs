//! A gate between the browser and the server that can hold back the program, for as long as it
//! takes or for ever. Everything else passes as it is.

use std::io;
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
        tokio::spawn(async move {
            while let Ok((payer, _)) = self.listener.accept().await {
                // A browser that hangs up in the middle is no surprise.
                tokio::spawn(pass(payer, server, self.program, self.passed.clone()));
            }
        });
        passed
    }
}

async fn pass(
    mut payer: TcpStream,
    server: u16,
    program: Program,
    passed: watch::Sender<bool>,
) -> io::Result<()> {
    let request = read_head(&mut payer).await?;
    let path = request.split(' ').nth(1).unwrap_or_default();
    let wanted = path
        .rsplit_once('.')
        .is_some_and(|(_, kind)| kind == "wasm");
    if wanted && program == Program::Missing {
        return payer
            .write_all(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            .await;
    }
    if let (true, Program::Late(time)) = (wanted, program) {
        tokio::time::sleep(time).await;
        passed.send_replace(true);
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
