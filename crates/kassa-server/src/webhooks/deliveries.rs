//! What merchants do with their deliveries.

use kassa_wire::AccountId;

use super::WebhookError;
use crate::domain::{Delivery, DeliveryId};
use crate::payments::Kassa;
use crate::store::{DeliveryList, Page, Swapped};

/// Deliveries of an account, newest first.
///
/// # Errors
/// [`WebhookError::Store`].
pub async fn list_deliveries(
    kassa: &Kassa,
    list: &DeliveryList,
) -> Result<Page<Delivery>, WebhookError> {
    Ok(kassa.store.deliveries(list).await?)
}

/// Puts a delivery that is parked, or that the merchant has lost, back into the outbox: it has its
/// three days again. It is the same event under the same id.
///
/// # Errors
/// [`WebhookError`]; [`WebhookError::Pending`] where it is on its way anyway.
pub async fn redeliver(
    kassa: &Kassa,
    account: &AccountId,
    id: &DeliveryId,
) -> Result<Delivery, WebhookError> {
    let delivery = find(kassa, account, id).await?;
    let endpoint = kassa.store.endpoint(account, &delivery.endpoint).await?;
    let endpoint = endpoint.ok_or(WebhookError::NotFound)?;
    if endpoint.disabled_at.is_some() {
        return Err(WebhookError::Disabled);
    }
    match kassa.store.redeliver(id, kassa.clock.now()).await? {
        Swapped::Done => find(kassa, account, id).await,
        Swapped::Conflict => Err(WebhookError::Pending),
    }
}

async fn find(
    kassa: &Kassa,
    account: &AccountId,
    id: &DeliveryId,
) -> Result<Delivery, WebhookError> {
    let delivery = kassa.store.delivery(account, id).await?;
    delivery.ok_or(WebhookError::NotFound)
}
