//! Reading the store behind the servers' back. Each row comes as one text, so that one SQL reads
//! both databases.

use std::path::PathBuf;

use sqlx::postgres::PgConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection};

use crate::failure::Failure;

/// Where everything is kept.
#[derive(Clone, Debug)]
pub(crate) enum Database {
    /// SQLite's file.
    File(PathBuf),
    /// PostgreSQL's address.
    Server(String),
}

impl Database {
    /// Every row's one column.
    pub(crate) async fn texts(&self, sql: &'static str) -> Result<Vec<String>, Failure> {
        match self {
            Self::File(file) => {
                let options = SqliteConnectOptions::new().filename(file);
                let mut connection = options.connect().await?;
                let rows = sqlx::query_scalar(sql).fetch_all(&mut connection).await;
                connection.close().await?;
                Ok(rows?)
            }
            Self::Server(address) => {
                let options: PgConnectOptions = address.parse()?;
                let mut connection = options.connect().await?;
                let rows = sqlx::query_scalar(sql).fetch_all(&mut connection).await;
                connection.close().await?;
                Ok(rows?)
            }
        }
    }

    /// Every row's parts, which stand between bars.
    pub(crate) async fn rows<const N: usize>(
        &self,
        sql: &'static str,
    ) -> Result<Vec<[String; N]>, Failure> {
        let texts = self.texts(sql).await?;
        let parts = texts.iter().map(|text| {
            let parts: Vec<String> = text.split('|').map(str::to_owned).collect();
            parts.try_into()
        });
        parts
            .collect::<Result<_, Vec<String>>>()
            .map_err(|_| Failure::answer("the database", format!("{N} parts in: {sql}")))
    }
}
