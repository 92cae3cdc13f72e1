//! The contract of webhook endpoints and deliveries.

use async_trait::async_trait;
use jiff::Timestamp;
use kassa_wire::AccountId;

use super::dialect::Opened;
use super::{delivery_claims, delivery_lists, webhook_endpoints};
use crate::domain::{Delivery, DeliveryId, Endpoint, EndpointId};
use crate::store::{
    DeliveryList, DueDelivery, EndpointChange, Lease, Page, StoreError, Swapped, TriedDelivery,
    Webhooks,
};

#[async_trait]
impl Webhooks for Opened {
    async fn add_endpoint(&self, endpoint: &Endpoint) -> Result<Swapped, StoreError> {
        writing!(self, connection => webhook_endpoints::insert(connection, endpoint))
    }

    async fn endpoints(&self, account: &AccountId) -> Result<Vec<Endpoint>, StoreError> {
        reading!(self, connection => webhook_endpoints::of_account(connection, account))
    }

    async fn endpoint(
        &self,
        account: &AccountId,
        id: &EndpointId,
    ) -> Result<Option<Endpoint>, StoreError> {
        reading!(self, connection => webhook_endpoints::find(connection, account, id))
    }

    async fn change_endpoint(&self, change: &EndpointChange) -> Result<Swapped, StoreError> {
        writing!(self, connection => webhook_endpoints::change(connection, change))
    }

    async fn remove_endpoint(
        &self,
        account: &AccountId,
        id: &EndpointId,
    ) -> Result<Swapped, StoreError> {
        writing!(self, connection => webhook_endpoints::remove(connection, account, id))
    }

    async fn endpoints_due(&self, now: Timestamp) -> Result<Vec<EndpointId>, StoreError> {
        reading!(self, connection => delivery_claims::endpoints_due(connection, now))
    }

    async fn claim_deliveries(
        &self,
        endpoint: &EndpointId,
        lease: &Lease,
    ) -> Result<Vec<DueDelivery>, StoreError> {
        sharing!(self, connection => delivery_claims::claim(connection, endpoint, lease))
    }

    async fn settle_delivery(&self, tried: &TriedDelivery) -> Result<Swapped, StoreError> {
        writing!(self, connection => delivery_claims::settle(connection, tried))
    }

    async fn delivered_since(
        &self,
        endpoint: &EndpointId,
        since: Timestamp,
    ) -> Result<bool, StoreError> {
        reading!(self, connection => delivery_lists::delivered_since(connection, endpoint, since))
    }

    async fn deliveries(&self, list: &DeliveryList) -> Result<Page<Delivery>, StoreError> {
        reading!(self, connection => delivery_lists::list(connection, list))
    }

    async fn delivery(
        &self,
        account: &AccountId,
        id: &DeliveryId,
    ) -> Result<Option<Delivery>, StoreError> {
        reading!(self, connection => delivery_lists::find(connection, account, id))
    }

    async fn redeliver(&self, id: &DeliveryId, now: Timestamp) -> Result<Swapped, StoreError> {
        writing!(self, connection => delivery_claims::put_back(connection, id, now))
    }
}
