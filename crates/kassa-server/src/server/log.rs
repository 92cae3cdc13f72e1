//! Where the log goes: to the standard error, so that the standard output is for answers.

use std::io::{IsTerminal, stderr};

use tracing_subscriber::EnvFilter;
use tracing_subscriber::util::SubscriberInitExt;

use super::{LogFormat, Settings};

/// Begins to log, as text at a terminal and as JSON elsewhere where nothing else is said.
pub fn start_log(settings: &Settings) {
    let log = tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new(&settings.log))
        .with_writer(stderr);
    let usual = if stderr().is_terminal() {
        LogFormat::Text
    } else {
        LogFormat::Json
    };
    let started = match settings.log_format.unwrap_or(usual) {
        LogFormat::Text => log.with_ansi(false).finish().try_init(),
        LogFormat::Json => log.json().finish().try_init(),
    };
    if started.is_err() {
        tracing::debug!("somebody else logs already");
    }
}
