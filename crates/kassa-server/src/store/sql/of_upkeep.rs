//! The contract of the store itself.

use async_trait::async_trait;

use super::dialect::{Connection, Opened};
use crate::store::{StoreError, Upkeep};

#[async_trait]
impl Upkeep for Opened {
    async fn ping(&self) -> Result<(), StoreError> {
        reading!(self, connection => ask(connection))
    }

    async fn close(&self) {
        self.end().await;
    }
}

async fn ask(connection: &mut Connection) -> Result<(), StoreError> {
    sqlx::query("SELECT 1").execute(connection).await?;
    Ok(())
}
