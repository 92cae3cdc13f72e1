//! PostgreSQL for tests: the system's own programs on a folder that is thrown away, started once
//! in a test process, with a fresh database for whoever asks for one.
//!
//! PostgreSQL does not run as root; where the tests do, it runs as the user that its package made.

mod programs;
mod running;
mod over;

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use over::Over;
pub(crate) use over::Tls;
use programs::Programs;
pub(crate) use running::Running;

/// The address of a fresh, empty database.
pub(crate) fn fresh_database() -> String {
    static RUNNING: OnceLock<Running> = OnceLock::new();
    static NUMBER: AtomicU32 = AtomicU32::new(1);
    let running = RUNNING.get_or_init(|| Running::start(Programs::find(), &Over::Socket));
    running.create(NUMBER.fetch_add(1, Ordering::SeqCst))
}

/// A PostgreSQL of its own, to be stopped: it keeps what it has committed. It ends when it is dropped.
pub(crate) fn own() -> Running {
    Running::start(Programs::find(), &Over::SocketAndStops)
}

/// A PostgreSQL of its own that takes nobody without TLS. It ends when it is dropped.
pub(crate) fn over_tls(tls: Tls) -> Running {
    Running::start(Programs::find(), &Over::Tls(tls))
}

/// One of PostgreSQL's own programs.
pub(crate) fn postgres_program(name: &str) -> std::path::PathBuf {
    Programs::find().path(name)
}
