//! The commands and their arguments.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use kassa_wire::page::Theme;

use crate::domain::{Accent, Origin, Radius, Scope};
use crate::server::DatabaseSettings;

/// `kassa-server account …`
#[derive(Clone, Debug, Args)]
#[command(subcommand_required = true)]
pub struct AccountArgs {
    /// What to do.
    #[command(subcommand)]
    pub command: AccountCommand,
    /// Where everything is kept.
    #[command(flatten)]
    pub database: DatabaseSettings,
    /// Answer with one line of JSON.
    #[arg(long, global = true)]
    pub json: bool,
}

/// What is done with accounts.
#[derive(Clone, Debug, Subcommand)]
pub enum AccountCommand {
    /// Make an account with its first API key, which may do everything and is shown only now.
    Add {
        /// Its name, as payers read it.
        #[arg(value_parser = parse_name)]
        name: String,
        /// An origin that may frame its sessions; may be said more than once.
        #[arg(long = "origin", value_name = "ORIGIN")]
        origins: Vec<Origin>,
    },
    /// List all accounts.
    List,
    /// Show an account with its origins and keys.
    Show {
        /// Its id or its name.
        account: String,
    },
    /// Give an account another name.
    Rename {
        /// Its id or its name.
        account: String,
        /// The new name, as payers read it.
        #[arg(value_parser = parse_name)]
        name: String,
    },
    /// Say how an account's pages look, or show it.
    Brand {
        /// Its id or its name.
        account: String,
        /// What to change.
        #[command(flatten)]
        brand: BrandArgs,
    },
}

/// What is said of a brand. What is not said stays.
#[derive(Clone, Debug, Args)]
pub struct BrandArgs {
    /// The colour of buttons and links, `#0b5d4e`. Each page gets the nearest shade that can be
    /// read on it.
    #[arg(long)]
    pub accent: Option<Accent>,
    /// How round corners are, in pixels, 0 to 24.
    #[arg(long)]
    pub radius: Option<Radius>,
    /// auto, light or dark, where a page's address does not say.
    #[arg(long, value_parser = parse_mode)]
    pub mode: Option<Theme>,
    /// A file with the picture that stands beside who is paid: PNG, SVG or WebP, best as wide as
    /// high, at most 32 kB.
    #[arg(long, value_name = "FILE")]
    pub logo: Option<PathBuf>,
    /// Forget what was said before.
    #[arg(long)]
    pub clear: bool,
}

/// `kassa-server key …`
#[derive(Clone, Debug, Args)]
#[command(subcommand_required = true)]
pub struct KeyArgs {
    /// What to do.
    #[command(subcommand)]
    pub command: KeyCommand,
    /// Whose key: the account's id or name. Not needed where there is one account.
    #[arg(long, global = true)]
    pub account: Option<String>,
    /// Where everything is kept.
    #[command(flatten)]
    pub database: DatabaseSettings,
    /// Answer with one line of JSON.
    #[arg(long, global = true)]
    pub json: bool,
}

/// What is done with keys.
#[derive(Clone, Debug, Subcommand)]
pub enum KeyCommand {
    /// Make an API key and print it. It is shown only now.
    Add {
        /// What it is for, in your own words.
        #[arg(value_parser = parse_name)]
        name: String,
        /// What it may do: read, sessions, payments, admin.
        #[arg(long, required = true, value_delimiter = ',', value_parser = parse_scope)]
        scopes: Vec<Scope>,
    },
    /// List an account's keys: what is known of them, not the keys.
    List,
    /// From now on this key opens nothing.
    Revoke {
        /// The key's id, `key_…`.
        id: String,
    },
}

/// `kassa-server origin …`
#[derive(Clone, Debug, Args)]
#[command(subcommand_required = true)]
pub struct OriginArgs {
    /// What to do.
    #[command(subcommand)]
    pub command: OriginCommand,
    /// Whose origins: the account's id or name. Not needed where there is one account.
    #[arg(long, global = true)]
    pub account: Option<String>,
    /// Where everything is kept.
    #[command(flatten)]
    pub database: DatabaseSettings,
    /// Answer with one line of JSON.
    #[arg(long, global = true)]
    pub json: bool,
}

/// What is done with origins.
#[derive(Clone, Debug, Subcommand)]
pub enum OriginCommand {
    /// Pages of this origin may frame the account's sessions.
    Add {
        /// `https://shop.example`
        origin: Origin,
    },
    /// List an account's origins.
    List,
    /// Pages of this origin may not any more.
    Remove {
        /// `https://shop.example`
        origin: Origin,
    },
}

/// How long a name may be.
const NAME_MAX: usize = 200;

fn parse_name(text: &str) -> Result<String, String> {
    let name = text.trim();
    if name.is_empty() {
        Err("expected a name".to_owned())
    } else if name.chars().count() > NAME_MAX || name.chars().any(char::is_control) {
        Err(format!(
            "expected at most {NAME_MAX} characters on one line"
        ))
    } else {
        Ok(name.to_owned())
    }
}

fn parse_mode(text: &str) -> Result<Theme, String> {
    let mut known = [Theme::Auto, Theme::Light, Theme::Dark].into_iter();
    let found = known.find(|mode| mode.as_str() == text);
    found.ok_or_else(|| "expected auto, light or dark".to_owned())
}

fn parse_scope(text: &str) -> Result<Scope, String> {
    let known: Vec<&str> = Scope::ALL.iter().map(|scope| scope.as_str()).collect();
    Scope::of_word(text).ok_or_else(|| format!("expected some of {}", known.join(", ")))
}
