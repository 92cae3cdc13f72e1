//! The store itself.

use async_trait::async_trait;

use super::StoreError;

/// How the store itself is.
#[async_trait]
pub trait Upkeep: Send + Sync {
    /// Whether the store answers.
    async fn ping(&self) -> Result<(), StoreError>;

    /// Lets go of the database in good order. What was committed is kept without it too.
    async fn close(&self);
}
