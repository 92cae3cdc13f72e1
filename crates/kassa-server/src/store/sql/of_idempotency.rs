//! The contract of answers that are given again.

use async_trait::async_trait;

use super::dialect::Opened;
use super::idempotency_keys;
use crate::store::{Begun, Idempotency, KeptAnswer, KeyedRequest, RequestName, StoreError};

#[async_trait]
impl Idempotency for Opened {
    async fn begin_request(&self, request: &KeyedRequest) -> Result<Begun, StoreError> {
        writing!(self, connection => idempotency_keys::begin(connection, request))
    }

    async fn finish_request(
        &self,
        name: &RequestName,
        answer: &KeptAnswer,
    ) -> Result<(), StoreError> {
        writing!(self, connection => idempotency_keys::finish(connection, name, answer))
    }

    async fn leave_request(&self, name: &RequestName) -> Result<(), StoreError> {
        writing!(self, connection => idempotency_keys::leave(connection, name))
    }
}
