//! Many open event streams: payers whose pages are open.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::memory::resident_megabytes;
use crate::failure::Failure;

/// How many are open at once.
pub(crate) const STREAMS: usize = 1_000;

/// How much memory the server has while so many streams of a session are open and each has sent
/// its first words.
pub(crate) async fn megabytes_with_streams(
    server: SocketAddr,
    pid: u32,
    session: &str,
) -> Result<f64, Failure> {
    let mut streams = Vec::new();
    for _ in 0..STREAMS {
        streams.push(open(server, session).await?);
    }
    // What was needed only to begin is given back by then.
    tokio::time::sleep(Duration::from_secs(2)).await;
    let megabytes = resident_megabytes(pid)?;
    drop(streams);
    Ok(megabytes)
}

async fn open(server: SocketAddr, session: &str) -> Result<TcpStream, Failure> {
    let told = |source| Failure::io("open an event stream", source);
    let mut stream = TcpStream::connect(server).await.map_err(told)?;
    let request = format!(
        "GET /api/checkout/{session}/events HTTP/1.1\r\nhost: {server}\r\naccept: text/event-stream\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).await.map_err(told)?;
    let mut beginning = [0_u8; 512];
    let read = stream.read(&mut beginning).await.map_err(told)?;
    if beginning
        .get(..read)
        .is_some_and(|it| it.starts_with(b"HTTP/1.1 200"))
    {
        Ok(stream)
    } else {
        Err(Failure::answer("the server", "an event stream begins"))
    }
}
