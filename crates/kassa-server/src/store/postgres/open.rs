//! Connecting to the database.

use std::str::FromStr;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{PgConnection, PgPool};

use super::dialect::MIGRATIONS;
use super::held::Held;
use crate::store::StoreError;
use crate::store::condition::Condition;

/// How many connections one server holds at the most.
const CONNECTIONS: u32 = 16;

/// How long a request waits for a connection before the database counts as lost.
const BUSY: Duration = Duration::from_secs(5);

/// How long a statement may take, and a transaction may wait for its next one: a server that
/// stopped in the middle must not keep the others waiting.
const PATIENCE: &str = "30s";

/// `kassa-server copy` has not finished with this database.
#[derive(Debug, thiserror::Error)]
#[error("this database is an unfinished copy: run `kassa-server copy` again until it ends")]
struct UnfinishedCopy;

async fn refuse_unfinished_copy(pool: &PgPool) -> Result<(), StoreError> {
    let copying: bool = sqlx::query_scalar("SELECT to_regclass('copying') IS NOT NULL")
        .fetch_one(pool)
        .await?;
    if copying {
        Err(StoreError::Database(Box::new(UnfinishedCopy)))
    } else {
        Ok(())
    }
}

/// Makes the tables where there are none: for whoever fills them.
///
/// # Errors
/// [`StoreError`] where the database does not answer, or is newer than this program.
pub(crate) async fn migrate_postgres(connection: &mut PgConnection) -> Result<(), StoreError> {
    Ok(MIGRATIONS.run(connection).await?)
}

/// Everything in one PostgreSQL database.
#[derive(Clone, Debug)]
pub struct PgStore {
    pool: PgPool,
    pub(super) condition: Condition,
}

impl PgStore {
    /// Connects, and brings the database up to date. Of several servers that start at once, one
    /// does it and the others wait.
    ///
    /// # Errors
    /// [`StoreError`] where the address cannot be read, the database does not answer, or it is
    /// newer than this program.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        let options = PgConnectOptions::from_str(url)?
            .application_name("kassa-server")
            .options([
                ("statement_timeout", PATIENCE),
                ("idle_in_transaction_session_timeout", PATIENCE),
            ]);
        let pool = PgPoolOptions::new()
            .max_connections(CONNECTIONS)
            .acquire_timeout(BUSY)
            .connect_with(options)
            .await?;
        refuse_unfinished_copy(&pool).await?;
        MIGRATIONS.run(&pool).await?;
        Ok(Self {
            pool,
            condition: Condition::default(),
        })
    }

    /// A connection that writes.
    pub(super) async fn turn(&self) -> Result<Held, StoreError> {
        Ok(Held::new(self.pool.acquire().await?))
    }

    /// Lets go of all connections.
    pub(super) async fn end(&self) {
        self.pool.close().await;
    }

    /// A connection that reads.
    pub(super) async fn ask(&self) -> Result<Held, StoreError> {
        self.turn().await
    }
}
