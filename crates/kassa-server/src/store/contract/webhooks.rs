//! Webhook endpoints and what is to be delivered to them.

use async_trait::async_trait;

/// Keeps endpoints and the outbox.
#[async_trait]
pub trait Webhooks: Send + Sync {}
