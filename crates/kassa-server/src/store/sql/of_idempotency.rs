//! The contract of answers that are given again.

use async_trait::async_trait;

use super::dialect::Opened;
use crate::store::Idempotency;

#[async_trait]
impl Idempotency for Opened {}
