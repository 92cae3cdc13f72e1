//! Ports that nobody listens on.

use std::net::TcpListener;

/// A free port of this machine. Whoever wants it has to be quick.
pub(crate) fn free() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("this machine has free ports");
    listener
        .local_addr()
        .expect("a bound socket has an address")
        .port()
}
