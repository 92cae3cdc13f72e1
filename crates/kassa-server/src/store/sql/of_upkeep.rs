//! The contract of the store itself.

use async_trait::async_trait;

use super::dialect::{Connection, MIGRATIONS, Opened, PROOF};
use super::{clearing, counts};
use crate::store::{Cleared, Clearing, Outbox, PaymentCount, StoreError, Upkeep};

#[async_trait]
impl Upkeep for Opened {
    async fn ping(&self) -> Result<(), StoreError> {
        reading!(self, connection => ask(connection))
    }

    async fn is_current(&self) -> Result<bool, StoreError> {
        reading!(self, connection => is_current(connection))
    }

    async fn takes_writes(&self) -> Result<(), StoreError> {
        if !self.condition.is_doubtful() {
            return Ok(());
        }
        writing!(self, connection => prove(connection))?;
        self.condition.is_good();
        Ok(())
    }

    async fn outbox(&self) -> Result<Outbox, StoreError> {
        reading!(self, connection => counts::outbox(connection))
    }

    async fn count_payments(&self) -> Result<Vec<PaymentCount>, StoreError> {
        reading!(self, connection => counts::payments(connection))
    }

    async fn clear(&self, clearing: &Clearing) -> Result<Cleared, StoreError> {
        writing!(self, connection => clearing::clear(connection, clearing))
    }

    async fn close(&self) {
        self.end().await;
    }
}

async fn ask(connection: &mut Connection) -> Result<(), StoreError> {
    sqlx::query("SELECT 1").execute(connection).await?;
    Ok(())
}

/// Writes what changes nothing.
async fn prove(connection: &mut Connection) -> Result<(), StoreError> {
    sqlx::query(PROOF).execute(connection).await?;
    Ok(())
}

async fn is_current(connection: &mut Connection) -> Result<bool, StoreError> {
    let done: Vec<i64> =
        sqlx::query_scalar("SELECT version FROM _sqlx_migrations WHERE success ORDER BY version")
            .fetch_all(connection)
            .await?;
    Ok(MIGRATIONS.iter().map(|one| one.version).eq(done))
}
