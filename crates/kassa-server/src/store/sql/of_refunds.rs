//! The contract of captures, voids and refunds.

use async_trait::async_trait;

use super::dialect::Opened;
use crate::store::Refunds;

#[async_trait]
impl Refunds for Opened {}
