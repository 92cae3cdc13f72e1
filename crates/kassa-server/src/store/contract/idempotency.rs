//! Answers that are given again.

use async_trait::async_trait;

/// Keeps the first answer to each idempotency key of an account.
#[async_trait]
pub trait Idempotency: Send + Sync {}
