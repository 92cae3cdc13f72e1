//! What is taken, let go and returned after an attempt succeeded.

use async_trait::async_trait;

/// Keeps captures, voids and refunds.
#[async_trait]
pub trait Refunds: Send + Sync {}
