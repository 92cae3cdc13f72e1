//! The arguments of commands that have no room of their own.

use std::path::PathBuf;

use clap::Args;

use super::DatabaseSettings;
use crate::store::DatabaseAddress;

/// `kassa-server copy …`
#[derive(Clone, Debug, Args)]
pub struct CopyArgs {
    /// The SQLite file, `sqlite:kassa.db`. Nobody may write it meanwhile.
    #[arg(long)]
    pub from: DatabaseAddress,
    /// The empty PostgreSQL database, `postgres://name:password@host/database`.
    #[arg(long, env = "KASSA_COPY_TO", hide_env_values = true)]
    pub to: DatabaseAddress,
    /// Answer with one line of JSON.
    #[arg(long)]
    pub json: bool,
}

/// `kassa-server backup …`
#[derive(Clone, Debug, Args)]
pub struct BackupArgs {
    /// The file that is written. There must be none of this name.
    pub file: PathBuf,
    /// Where everything is kept.
    #[command(flatten)]
    pub database: DatabaseSettings,
    /// Answer with one line of JSON.
    #[arg(long)]
    pub json: bool,
}
