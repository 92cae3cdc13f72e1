//! Where the log goes: to the standard error, so that the standard output is for answers.

use std::io::stderr;

use tracing_subscriber::EnvFilter;
use tracing_subscriber::util::SubscriberInitExt;

use super::LogFormat;

/// Begins to log. sqlx is quiet unless asked: at its own level it writes every statement.
pub fn start_log(format: LogFormat) {
    let filter = EnvFilter::try_from_env("KASSA_LOG");
    let filter = filter.unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn"));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(stderr);
    let started = match format {
        LogFormat::Text => log.with_ansi(false).finish().try_init(),
        LogFormat::Json => log.json().finish().try_init(),
    };
    if started.is_err() {
        tracing::debug!("somebody else logs already");
    }
}
