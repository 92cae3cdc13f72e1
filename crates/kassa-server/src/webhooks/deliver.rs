//! One try of one delivery, and what follows from it.

use jiff::Timestamp;

use super::schedule::{PATIENCE, next_try};
use super::{Message, NotTaken, Outbox, Taken, sign};
use crate::domain::{DeliveryError, EndpointId, SigningSecret};
use crate::store::{
    DeliveryVerdict, DueDelivery, EndpointChange, StoreError, Swapped, TriedDelivery,
};

/// Sends what was taken and writes what came of it. If that cannot be written the delivery is
/// taken again when its lease is over: it is delivered twice rather than never.
pub(super) async fn deliver(outbox: &Outbox, due: DueDelivery) {
    let answer = send(outbox, &due).await;
    if let Err(error) = settle(outbox, &due, answer).await {
        let id = &due.delivery.id;
        tracing::error!(delivery.id = %id, error = ?error, "what came of a webhook is not written");
    }
}

async fn send(outbox: &Outbox, due: &DueDelivery) -> Result<Taken, NotTaken> {
    let now = outbox.kassa.clock.now();
    let message = Message::of(&due.event);
    let signing = due.secrets.iter().filter(|s| s.signs_at(now));
    let headers = sign(&message, signing.map(secret), now);
    outbox.sender.send(&due.url, &message, &headers).await
}

const fn secret(entry: &SigningSecret) -> &crate::domain::WebhookSecret {
    &entry.secret
}

async fn settle(
    outbox: &Outbox,
    due: &DueDelivery,
    answer: Result<Taken, NotTaken>,
) -> Result<(), StoreError> {
    let now = outbox.kassa.clock.now();
    let tried = TriedDelivery {
        id: due.delivery.id.clone(),
        claimed_until: due.claimed_until,
        verdict: verdict(outbox, due, answer, now),
        status: status(answer),
        now,
    };
    if outbox.kassa.store.settle_delivery(&tried).await? == Swapped::Conflict {
        tracing::warn!(delivery.id = %tried.id, "a webhook's delivery was somebody else's meanwhile");
        return Ok(());
    }
    let DeliveryVerdict::Parked { error } = tried.verdict else {
        return Ok(());
    };
    tracing::warn!(delivery.id = %tried.id, error = error.as_str(), "a webhook was not delivered");
    if wants_no_more(outbox, due, error).await? {
        disable(outbox, due, now).await?;
    }
    Ok(())
}

fn verdict(
    outbox: &Outbox,
    due: &DueDelivery,
    answer: Result<Taken, NotTaken>,
    now: Timestamp,
) -> DeliveryVerdict {
    let error = match answer {
        Ok(_) => return DeliveryVerdict::Delivered,
        Err(NotTaken { why, .. }) => why,
    };
    let tries = due.delivery.attempts.saturating_add(1);
    let since = due.delivery.created_at;
    match next_try(tries, since, now, outbox.kassa.dice.as_ref()) {
        Some(at) if error != DeliveryError::Gone => DeliveryVerdict::Retry { at, error },
        Some(_) | None => DeliveryVerdict::Parked { error },
    }
}

const fn status(answer: Result<Taken, NotTaken>) -> Option<u16> {
    match answer {
        Ok(Taken(status)) => Some(status),
        Err(NotTaken { status, .. }) => status,
    }
}

/// An endpoint is disabled when it says that it is gone, or when it took nothing at all for as
/// long as one delivery was tried. The sessions' own addresses are many: they are not judged by
/// one of them.
async fn wants_no_more(
    outbox: &Outbox,
    due: &DueDelivery,
    error: DeliveryError,
) -> Result<bool, StoreError> {
    let endpoint = &due.delivery.endpoint;
    if *endpoint == EndpointId::of_callbacks(&due.event.account) {
        return Ok(false);
    }
    if error == DeliveryError::Gone {
        return Ok(true);
    }
    let now = outbox.kassa.clock.now();
    let since = now.checked_sub(PATIENCE).unwrap_or(Timestamp::MIN);
    let heard = outbox.kassa.store.delivered_since(endpoint, since).await?;
    Ok(!heard)
}

async fn disable(outbox: &Outbox, due: &DueDelivery, now: Timestamp) -> Result<(), StoreError> {
    let (account, id) = (&due.event.account, &due.delivery.endpoint);
    let Some(before) = outbox.kassa.store.endpoint(account, id).await? else {
        return Ok(());
    };
    if before.disabled_at.is_some() {
        return Ok(());
    }
    let mut after = before.clone();
    after.disabled_at = Some(now);
    let change = EndpointChange { before, after, now };
    match outbox.kassa.store.change_endpoint(&change).await? {
        Swapped::Done => tracing::warn!(endpoint.id = %id, "a webhook endpoint was disabled"),
        Swapped::Conflict => tracing::info!(endpoint.id = %id, "its merchant is changing it"),
    }
    Ok(())
}
