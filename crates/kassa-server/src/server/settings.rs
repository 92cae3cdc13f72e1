//! What the operator chooses: flags, each also an environment variable and a line in a file.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use clap::builder::BoolishValueParser;
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use tracing_subscriber::EnvFilter;

use super::Secret;
use super::command_args::{BackupArgs, CopyArgs};
use super::limits::LimitArgs;
use super::mail::MailArgs;
use super::stripe::StripeArgs;
use super::webhooks::WebhookArgs;
use crate::administer::{AccountArgs, KeyArgs, OriginArgs};
use crate::domain::Origin;
use crate::http::{Assets, AssetsError};
use crate::import::ImportArgs;
use crate::store::DatabaseAddress;

/// The server behind Kassa.
#[derive(Debug, Parser)]
#[command(name = "kassa-server", version, about)]
pub struct Settings {
    /// The file of settings; `/etc/kassa/kassa.toml`, if it is there, where it is not said.
    #[arg(long, global = true, env = "KASSA_CONFIG", value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// How the log is written: text at a terminal and JSON elsewhere where it is not said.
    #[arg(long, global = true, env = "KASSA_LOG_FORMAT", value_enum)]
    pub log_format: Option<LogFormat>,
    /// What is logged, as `tracing` filters are written. At its own level `sqlx` writes every
    /// statement.
    #[arg(long, global = true, env = "KASSA_LOG", default_value = "info,sqlx=warn", value_parser = parse_filter)]
    pub log: String,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// How the log is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For programs: one object a line.
    Json,
}

/// Who moves the money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ProcessorChoice {
    /// Nobody: the embedded processor for trying and testing.
    Sandbox,
    /// Stripe.
    Stripe,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve until SIGTERM or SIGINT.
    Serve(ServeSettings),
    /// Say what is wrong with the settings and with what they name; change nothing.
    Check(ServeSettings),
    /// Print the settings, where each is from, and secrets as stars.
    Config(ServeSettings),
    /// Print the script tag for merchants' pages, with the hash of what this program serves.
    EmbedTag(ServeSettings),
    /// Make, list, show and rename accounts, and say how their pages look.
    Account(AccountArgs),
    /// Make, list and revoke API keys.
    Key(KeyArgs),
    /// Say which pages may frame an account's sessions.
    Origin(OriginArgs),
    /// Import recipients or orders from a file, all of them or none.
    Import(ImportArgs),
    /// Move everything from a SQLite file to PostgreSQL; go on where it was interrupted.
    Copy(CopyArgs),
    /// Write a copy of the SQLite file, whole and of one moment, while a server serves it.
    Backup(BackupArgs),
    /// Make the demo account on a fresh database, and print its API key as JSON.
    DemoData(DemoDataSettings),
}

/// Where everything is kept.
#[derive(Clone, Debug, Args)]
pub struct DatabaseSettings {
    /// The SQLite file; made where there is none. The sandbox keeps its ledger beside it.
    #[arg(
        long,
        global = true,
        env = "KASSA_DATABASE",
        default_value = "kassa.db"
    )]
    pub database: PathBuf,
    /// The PostgreSQL database, `postgres://name:password@host/database`; then nothing but the
    /// sandbox's ledger is kept in a file.
    #[arg(long, global = true, env = "DATABASE_URL")]
    pub database_url: Option<Secret>,
}

/// What to serve, and where.
#[derive(Clone, Debug, Args)]
pub struct ServeSettings {
    /// Where everything is kept.
    #[command(flatten)]
    pub database: DatabaseSettings,
    /// Where to listen.
    #[arg(long, env = "KASSA_LISTEN", default_value = "127.0.0.1:7300")]
    pub listen: SocketAddr,
    /// Where payers reach this server; where it listens, over http, where it is not said.
    #[arg(long, env = "KASSA_PUBLIC_URL", value_parser = parse_public_url)]
    pub public_url: Option<String>,
    /// Where to tell Prometheus the numbers, at `/metrics`; nowhere where it is not said. Never on
    /// the address that payers reach.
    #[arg(long, env = "KASSA_METRICS_LISTEN")]
    pub metrics_listen: Option<SocketAddr>,
    /// The folder of the built widget; the one inside the program where it is not said.
    #[arg(long, env = "KASSA_ASSETS")]
    pub assets: Option<PathBuf>,
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
    /// How many seconds `/readyz` says no before the end begins, while everything is still
    /// answered: as long as what stands in front of the server needs to notice.
    #[arg(long, env = "KASSA_SHUTDOWN_DELAY", default_value = "0", value_parser = parse_any_seconds)]
    pub shutdown_delay: Duration,
    /// How many seconds requests and charges that are under way at the end have to finish.
    #[arg(long, env = "KASSA_SHUTDOWN_TIME", default_value = "30", value_parser = parse_seconds)]
    pub shutdown_time: Duration,
    /// Who moves the money of new payments. Whoever took a payment of before still looks after it,
    /// as long as its settings are there.
    #[arg(long, env = "KASSA_PROCESSOR", value_enum, default_value = "sandbox")]
    pub processor: ProcessorChoice,
    /// After how many seconds a bank transfer arrives at the sandbox by itself.
    #[arg(long, env = "KASSA_SANDBOX_TRANSFER_DELAY", default_value = "60", value_parser = parse_seconds)]
    pub sandbox_transfer_delay: Duration,
    /// Lets everybody read the sandbox's ledger and let transfers arrive: for demos and tests.
    #[arg(long, env = "KASSA_SANDBOX_LEDGER", action = ArgAction::Set, num_args = 0..=1,
        require_equals = true, default_value = "false", default_missing_value = "true",
        value_parser = BoolishValueParser::new())]
    pub sandbox_ledger: bool,
    /// Lets a page's address say how it looks, `?accent=%230b5d4e&radius=8&mode=dark`, before the
    /// account's brand: for demos, where somebody chooses colours.
    #[arg(long, env = "KASSA_BRAND_PREVIEW", action = ArgAction::Set, num_args = 0..=1,
        require_equals = true, default_value = "false", default_missing_value = "true",
        value_parser = BoolishValueParser::new())]
    pub brand_preview: bool,
    /// Makes the line to the sandbox a bad one, as this number draws it: what is asked and what is
    /// answered is lost, late, or heard twice. For tests.
    #[arg(long, env = "KASSA_SANDBOX_WEATHER", value_name = "SEED")]
    pub sandbox_weather: Option<u64>,
    /// The account at Stripe.
    #[command(flatten)]
    pub stripe: StripeArgs,
    /// How much one address or one key may ask for.
    #[command(flatten)]
    pub limits: LimitArgs,
    /// Who sends invitations.
    #[command(flatten)]
    pub mail: MailArgs,
    /// Where webhooks go.
    #[command(flatten)]
    pub webhooks: WebhookArgs,
}

/// Whose shop the demo account is for.
#[derive(Clone, Debug, Args)]
pub struct DemoDataSettings {
    /// Where everything is kept.
    #[command(flatten)]
    pub database: DatabaseSettings,
    /// Origins that may frame the account's sessions; may be said more than once.
    #[arg(
        long = "shop-origin",
        env = "KASSA_SHOP_ORIGIN",
        required = true,
        value_delimiter = ','
    )]
    pub shop_origins: Vec<Origin>,
}

impl DatabaseSettings {
    /// Which of the two it is.
    #[must_use]
    pub fn address(&self) -> DatabaseAddress {
        match &self.database_url {
            Some(url) => DatabaseAddress::Postgres(url.expose().to_owned()),
            None => DatabaseAddress::Sqlite(self.database.clone()),
        }
    }
}

impl ServeSettings {
    /// Where payers reach this server, without a slash at the end.
    #[must_use]
    pub fn public_url(&self, listening: SocketAddr) -> String {
        self.public_url
            .clone()
            .unwrap_or_else(|| format!("http://{listening}"))
    }

    /// The built widget: that of a folder, if one is named; else the one inside the program.
    ///
    /// # Errors
    /// [`AssetsError`] where it is not there.
    pub fn assets(&self) -> Result<Assets, AssetsError> {
        match &self.assets {
            Some(folder) => Assets::load(folder, self.embed.as_deref()),
            None => Assets::inside(),
        }
    }

    /// The sandbox's own ledger, beside our database and never in it.
    #[must_use]
    pub fn sandbox_ledger_file(&self) -> PathBuf {
        let mut file = self.database.database.as_os_str().to_owned();
        file.push(".sandbox");
        file.into()
    }
}

/// Seconds, with decimals where tests want less than one.
fn parse_any_seconds(text: &str) -> Result<Duration, String> {
    let seconds: f64 = text.parse().map_err(|_| "expected seconds".to_owned())?;
    Duration::try_from_secs_f64(seconds).map_err(|error| error.to_string())
}

/// The same, and some time at least.
fn parse_seconds(text: &str) -> Result<Duration, String> {
    let wait = parse_any_seconds(text)?;
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

fn parse_filter(text: &str) -> Result<String, String> {
    let read = EnvFilter::try_new(text);
    read.map(|_| text.to_owned())
        .map_err(|error| error.to_string())
}
