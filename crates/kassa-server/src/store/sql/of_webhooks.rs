//! The contract of webhook endpoints and deliveries.

use async_trait::async_trait;

use super::dialect::Opened;
use crate::store::Webhooks;

#[async_trait]
impl Webhooks for Opened {}
