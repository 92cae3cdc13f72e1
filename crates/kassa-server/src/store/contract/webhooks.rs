//! Webhook endpoints and what is to be delivered to them.

use async_trait::async_trait;
use jiff::Timestamp;
use kassa_wire::AccountId;

use super::{Lease, Page, StoreError, Swapped};
use crate::domain::{
    Delivery, DeliveryError, DeliveryId, DeliveryState, Endpoint, EndpointId, Event, SigningSecret,
};

/// Keeps endpoints and the outbox.
#[async_trait]
pub trait Webhooks: Send + Sync {
    /// Adds an endpoint. [`Swapped::Conflict`] where there is one of this id.
    async fn add_endpoint(&self, endpoint: &Endpoint) -> Result<Swapped, StoreError>;

    /// The endpoints of an account, oldest first.
    async fn endpoints(&self, account: &AccountId) -> Result<Vec<Endpoint>, StoreError>;

    /// An endpoint of an account.
    async fn endpoint(
        &self,
        account: &AccountId,
        id: &EndpointId,
    ) -> Result<Option<Endpoint>, StoreError>;

    /// Writes what became of an endpoint, if nobody changed it meanwhile. What waits for one that
    /// is disabled is parked with it.
    async fn change_endpoint(&self, change: &EndpointChange) -> Result<Swapped, StoreError>;

    /// Removes an endpoint with everything that was to be delivered to it, and was.
    /// [`Swapped::Conflict`] where the account has no such endpoint.
    async fn remove_endpoint(
        &self,
        account: &AccountId,
        id: &EndpointId,
    ) -> Result<Swapped, StoreError>;

    /// The endpoints that something waits for which is due and which no server is delivering.
    async fn endpoints_due(&self, now: Timestamp) -> Result<Vec<EndpointId>, StoreError>;

    /// Takes deliveries to an endpoint that are due, for this server, in the order of their events.
    /// Of one session only the first that is pending is taken: the next waits until that one is
    /// delivered or parked.
    async fn claim_deliveries(
        &self,
        endpoint: &EndpointId,
        lease: &Lease,
    ) -> Result<Vec<DueDelivery>, StoreError>;

    /// Writes what came of a try, if the delivery is still this server's. Those of the same
    /// session that wait behind it are due when it is, or now where it waits no more.
    async fn settle_delivery(&self, tried: &TriedDelivery) -> Result<Swapped, StoreError>;

    /// Whether anything was delivered to an endpoint at this instant or since.
    async fn delivered_since(
        &self,
        endpoint: &EndpointId,
        since: Timestamp,
    ) -> Result<bool, StoreError>;

    /// Deliveries of an account, newest first.
    async fn deliveries(&self, list: &DeliveryList) -> Result<Page<Delivery>, StoreError>;

    /// A delivery of an account.
    async fn delivery(
        &self,
        account: &AccountId,
        id: &DeliveryId,
    ) -> Result<Option<Delivery>, StoreError>;

    /// Puts a delivery that is delivered or parked back into the outbox, as if it were new.
    /// [`Swapped::Conflict`] where it is pending already.
    async fn redeliver(&self, id: &DeliveryId, now: Timestamp) -> Result<Swapped, StoreError>;
}

/// What becomes of an endpoint.
#[derive(Clone, Debug)]
pub struct EndpointChange {
    /// What was read.
    pub before: Endpoint,
    /// What it is to be.
    pub after: Endpoint,
    /// Now.
    pub now: Timestamp,
}

/// A delivery that this server took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueDelivery {
    /// The delivery.
    pub delivery: Delivery,
    /// What happened.
    pub event: Event,
    /// Where it goes: the endpoint's address, or the one that the session named.
    pub url: String,
    /// What may sign it.
    pub secrets: Vec<SigningSecret>,
    /// Until when it is this server's.
    pub claimed_until: Timestamp,
}

/// What came of a try.
#[derive(Clone, Debug)]
pub struct TriedDelivery {
    /// Which.
    pub id: DeliveryId,
    /// Until when it is this server's, as it was taken.
    pub claimed_until: Timestamp,
    /// What is to be done with it.
    pub verdict: DeliveryVerdict,
    /// The status that the endpoint answered.
    pub status: Option<u16>,
    /// Now.
    pub now: Timestamp,
}

/// What is to be done with a delivery that was tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeliveryVerdict {
    /// The endpoint has it.
    Delivered,
    /// It is tried again.
    Retry {
        /// When.
        at: Timestamp,
        /// Why it failed.
        error: DeliveryError,
    },
    /// It is not tried any more.
    Parked {
        /// Why it failed.
        error: DeliveryError,
    },
}

/// Which deliveries to list.
#[derive(Clone, Debug)]
pub struct DeliveryList {
    /// Whose.
    pub account: AccountId,
    /// To one endpoint only.
    pub endpoint: Option<EndpointId>,
    /// In one state only.
    pub state: Option<DeliveryState>,
    /// Older than this one.
    pub before: Option<DeliveryId>,
    /// How many at the most.
    pub most: u32,
}
