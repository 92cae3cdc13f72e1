//! What the operator chooses: flags, each also an environment variable.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::limits::LimitArgs;
use super::webhooks::WebhookArgs;
use crate::domain::Origin;

/// The server behind Kassa.
#[derive(Debug, Parser)]
#[command(name = "kassa-server", version, about)]
pub struct Settings {
    /// How the log is written.
    #[arg(long, global = true, env = "KASSA_LOG_FORMAT", value_enum, default_value_t = LogFormat::Text)]
    pub log_format: LogFormat,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// How the log is written. What is logged `KASSA_LOG` says, as `tracing` filters are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For programs: one object a line.
    Json,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve until SIGTERM or SIGINT.
    Serve(ServeSettings),
    /// Make the demo account on a fresh database, and print its API key as JSON.
    DemoData(DemoDataSettings),
}

/// What to serve, and where.
#[derive(Clone, Debug, Args)]
pub struct ServeSettings {
    /// The SQLite file; made where there is none.
    #[arg(long, env = "KASSA_DATABASE", default_value = "kassa.db")]
    pub database: PathBuf,
    /// Where to listen.
    #[arg(long, env = "KASSA_LISTEN", default_value = "127.0.0.1:7300")]
    pub listen: SocketAddr,
    /// Where payers reach this server; where it listens, over http, where it is not said.
    #[arg(long, env = "KASSA_PUBLIC_URL", value_parser = parse_public_url)]
    pub public_url: Option<String>,
    /// The folder of the built widget.
    #[arg(long, env = "KASSA_ASSETS", default_value = "dist")]
    pub assets: PathBuf,
    /// The merchants' script; kassa.js beside the built widget where it is not said.
    #[arg(long, env = "KASSA_EMBED")]
    pub embed: Option<PathBuf>,
    /// How many seconds to wait for a processor's answer. After it a payment is processing, not
    /// refused.
    #[arg(long, env = "KASSA_CHARGE_TIME_LIMIT", default_value = "10", value_parser = parse_seconds)]
    pub charge_time_limit: Duration,
    /// How many seconds lie between two looks for payments without an outcome, and for sessions
    /// whose time is over.
    #[arg(long, env = "KASSA_ROUND_EVERY", default_value = "10", value_parser = parse_seconds)]
    pub round_every: Duration,
    /// After how many seconds a bank transfer arrives at the sandbox by itself.
    #[arg(long, env = "KASSA_SANDBOX_TRANSFER_DELAY", default_value = "60", value_parser = parse_seconds)]
    pub sandbox_transfer_delay: Duration,
    /// Lets everybody read the sandbox's ledger and let transfers arrive: for demos and tests.
    #[arg(long, env = "KASSA_SANDBOX_LEDGER")]
    pub sandbox_ledger: bool,
    /// How much one address or one key may ask for.
    #[command(flatten)]
    pub limits: LimitArgs,
    /// Where webhooks go.
    #[command(flatten)]
    pub webhooks: WebhookArgs,
}

/// Whose shop the demo account is for.
#[derive(Clone, Debug, Args)]
pub struct DemoDataSettings {
    /// The SQLite file; made where there is none.
    #[arg(long, env = "KASSA_DATABASE", default_value = "kassa.db")]
    pub database: PathBuf,
    /// Origins that may frame the account's sessions; may be said more than once.
    #[arg(
        long = "shop-origin",
        env = "KASSA_SHOP_ORIGIN",
        required = true,
        value_delimiter = ','
    )]
    pub shop_origins: Vec<Origin>,
}

impl ServeSettings {
    /// Where payers reach this server, without a slash at the end.
    #[must_use]
    pub fn public_url(&self, listening: SocketAddr) -> String {
        self.public_url
            .clone()
            .unwrap_or_else(|| format!("http://{listening}"))
    }

    /// The merchants' script.
    #[must_use]
    pub fn embed(&self) -> PathBuf {
        self.embed
            .clone()
            .unwrap_or_else(|| self.assets.join("kassa.js"))
    }

    /// The sandbox's own ledger, beside our database and never in it.
    #[must_use]
    pub fn sandbox_ledger_file(&self) -> PathBuf {
        let mut file = self.database.as_os_str().to_owned();
        file.push(".sandbox");
        file.into()
    }
}

/// Seconds, with decimals where tests want less than one.
fn parse_seconds(text: &str) -> Result<Duration, String> {
    let seconds: f64 = text.parse().map_err(|_| "expected seconds".to_owned())?;
    let wait = Duration::try_from_secs_f64(seconds).map_err(|error| error.to_string())?;
    if wait.is_zero() {
        Err("expected more than nothing".to_owned())
    } else {
        Ok(wait)
    }
}

/// An origin: links are made by putting a path behind it.
fn parse_public_url(text: &str) -> Result<String, String> {
    let origin: Result<Origin, _> = text.trim_end_matches('/').parse();
    origin
        .map(|origin| origin.as_str().to_owned())
        .map_err(|error| error.to_string())
}
