//! A copy of the file, whole and of one moment, while others write it.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fs, io};

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection};

/// How long to wait for whoever holds the file.
const BUSY: Duration = Duration::from_secs(30);

/// Why there is no backup.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// There is nothing to back up.
    #[error("there is no database {0}")]
    NoSource(PathBuf),
    /// What is there stays there.
    #[error("{0} is there already; choose another name")]
    Exists(PathBuf),
    /// The database failed.
    #[error("the database could not be read, or the backup not be written")]
    Database(#[from] sqlx::Error),
    /// The backup was written and cannot be read as it should.
    #[error("the backup that was written is damaged: {0}")]
    Damaged(String),
    /// The backup cannot be kept on the disk.
    #[error("the backup cannot be written")]
    Io(#[from] io::Error),
}

/// Writes a copy of a SQLite file. It gets its name when it is whole, looked through and on the
/// disk: a file of that name is a backup, or there is none.
///
/// # Errors
/// [`BackupError`].
pub async fn backup_sqlite(file: &Path, to: &Path) -> Result<(), BackupError> {
    if !file.is_file() {
        return Err(BackupError::NoSource(file.to_owned()));
    }
    if to.exists() {
        return Err(BackupError::Exists(to.to_owned()));
    }
    let unfinished = unfinished(to);
    if unfinished.exists() {
        fs::remove_file(&unfinished)?;
    }
    write(file, &unfinished).await?;
    look_through(&unfinished).await?;
    File::open(&unfinished)?.sync_all()?;
    fs::rename(&unfinished, to)?;
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty());
    Ok(File::open(folder.unwrap_or(Path::new(".")))?.sync_all()?)
}

/// The file's name while it is written.
fn unfinished(to: &Path) -> PathBuf {
    let mut name = to.as_os_str().to_owned();
    name.push(".unfinished");
    name.into()
}

/// One reader's moment; writers go on meanwhile.
async fn write(file: &Path, to: &Path) -> Result<(), BackupError> {
    let options = SqliteConnectOptions::new().filename(file);
    let mut connection = options.busy_timeout(BUSY).connect().await?;
    sqlx::query("VACUUM INTO $1")
        .bind(to.to_string_lossy().into_owned())
        .execute(&mut connection)
        .await?;
    Ok(connection.close().await?)
}

async fn look_through(file: &Path) -> Result<(), BackupError> {
    let options = SqliteConnectOptions::new().filename(file).read_only(true);
    let mut connection = options.immutable(true).connect().await?;
    let said: String = sqlx::query_scalar("PRAGMA integrity_check")
        .fetch_one(&mut connection)
        .await?;
    connection.close().await?;
    if said == "ok" {
        Ok(())
    } else {
        Err(BackupError::Damaged(said))
    }
}
