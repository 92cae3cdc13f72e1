//! Commands that are done and over, unlike serving.

use std::io::{self, IsTerminal, stderr, stdout};
use std::path::Path;
use std::sync::Arc;

use serde_json::{Value, json};

use super::check::told;
use super::command_args::{BackupArgs, CopyArgs};
use super::{Command, DatabaseSettings};
use crate::administer::{
    AccountArgs, AccountCommand, AdministerError, Answer, Desk, Form, account, key, origin,
};
use crate::copy::{Bar, Copied, CopyError, Progress, Silent, copy};
use crate::import::{ImportArgs, ImportError, import};
use crate::store::{
    BackupError, DatabaseAddress, Found, Store, StoreError, backup_sqlite, look, open_store,
};

/// Why a command was not done.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// The database cannot be opened.
    #[error("the database cannot be opened")]
    Open(#[source] StoreError),
    /// The database is not one that this program serves.
    #[error("the database cannot be used: {0}")]
    Unfit(&'static str),
    /// An account, a key or an origin.
    #[error(transparent)]
    Administer(#[from] AdministerError),
    /// An import.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// A copy.
    #[error(transparent)]
    Copy(#[from] CopyError),
    /// A backup.
    #[error(transparent)]
    Backup(#[from] BackupError),
    /// PostgreSQL has its own tools.
    #[error("PostgreSQL is backed up with pg_dump; docs/backup.md says how")]
    BackupOfPostgres,
    /// The answer cannot be written.
    #[error("the answer cannot be written")]
    Print(#[from] io::Error),
}

/// Does what a command says and prints its answer; nothing where it is none of these.
///
/// # Errors
/// [`CommandError`].
pub async fn run_command(command: &Command) -> Result<(), CommandError> {
    let (answer, json) = match command {
        Command::Account(args) => (administered(args).await?, args.json),
        Command::Key(args) => {
            let desk = desk(&args.database).await?;
            let whose = args.account.as_deref();
            (key(&desk, whose, args.command.clone()).await?, args.json)
        }
        Command::Origin(args) => {
            let desk = desk(&args.database).await?;
            let whose = args.account.as_deref();
            (origin(&desk, whose, args.command.clone()).await?, args.json)
        }
        Command::Import(args) => (imported(args).await?, args.json),
        Command::Copy(args) => (copied(args).await?, args.json),
        Command::Backup(args) => (backed_up(args).await?, args.json),
        Command::Serve(_) | Command::Check(_) | Command::Config(_) => return Ok(()),
        Command::EmbedTag(_) | Command::DemoData(_) => return Ok(()),
    };
    let form = if json { Form::Json } else { Form::Text };
    Ok(answer.print(form, stdout(), stderr())?)
}

/// Opens what a server of this version has served. A mistyped name makes no database, and a
/// server of an older version does not lose its tables to a newer program's command.
async fn open(database: &DatabaseSettings) -> Result<Arc<dyn Store>, CommandError> {
    let address = database.address();
    match look(&address).await.map_err(CommandError::Open)? {
        Found::Current => open_store(&address).await.map_err(CommandError::Open),
        found => Err(CommandError::Unfit(told(found))),
    }
}

/// The same; the first account may come before the first start.
async fn open_or_make(database: &DatabaseSettings) -> Result<Arc<dyn Store>, CommandError> {
    let address = database.address();
    match look(&address).await.map_err(CommandError::Open)? {
        Found::NoFile | Found::Empty => open_store(&address).await.map_err(CommandError::Open),
        Found::Current | Found::Older | Found::Newer | Found::Foreign | Found::UnfinishedCopy => {
            open(database).await
        }
    }
}

async fn administered(args: &AccountArgs) -> Result<Answer, CommandError> {
    let store = match &args.command {
        AccountCommand::Add { .. } => open_or_make(&args.database).await?,
        AccountCommand::List
        | AccountCommand::Show { .. }
        | AccountCommand::Rename { .. }
        | AccountCommand::Brand { .. } => open(&args.database).await?,
    };
    Ok(account(&Desk::at(store), args.command.clone()).await?)
}

async fn desk(database: &DatabaseSettings) -> Result<Desk, CommandError> {
    Ok(Desk::at(open(database).await?))
}

async fn imported(args: &ImportArgs) -> Result<Answer, CommandError> {
    let store = open(&args.database).await?;
    let answer = import(&*store, args, &mut *progress()).await?;
    store.close().await;
    Ok(answer)
}

/// A bar where somebody sees it.
fn progress() -> Box<dyn Progress> {
    if stderr().is_terminal() {
        Box::new(Bar::default())
    } else {
        Box::new(Silent)
    }
}

async fn copied(args: &CopyArgs) -> Result<Answer, CommandError> {
    let copied = copy(&args.from, &args.to, &mut *progress()).await?;
    let text = copied.iter().map(table_line).collect();
    let json: Vec<Value> = copied.iter().map(table_json).collect();
    Ok(Answer {
        text,
        remark: Some("Both sides are the same.".to_owned()),
        json: json!({ "tables": json }),
    })
}

fn table_line(copied: &Copied) -> String {
    format!("{copied}\n")
}

fn table_json(copied: &Copied) -> Value {
    json!({ "table": copied.table, "rows": copied.rows, "sha256": copied.checksum_text() })
}

async fn backed_up(args: &BackupArgs) -> Result<Answer, CommandError> {
    match args.database.address() {
        DatabaseAddress::Sqlite(file) => {
            backup_sqlite(&file, &args.file).await?;
            Ok(written(&args.file))
        }
        DatabaseAddress::Postgres(_) => Err(CommandError::BackupOfPostgres),
    }
}

fn written(file: &Path) -> Answer {
    let file = file.display().to_string();
    Answer {
        text: format!("{file} was written.\n"),
        remark: None,
        json: json!({ "file": file }),
    }
}
