//! What merchants do with their endpoints.

use std::collections::BTreeSet;

use jiff::Timestamp;
use kassa_wire::AccountId;

use super::{Destination, MOST_ENDPOINTS, Outbox, WebhookError};
use crate::domain::{
    Endpoint, EndpointId, EndpointTarget, EventKind, SigningSecret, WebhookSecret,
};
use crate::payments::{Kassa, callbacks_endpoint, draw_webhook_secret};
use crate::store::{EndpointChange, Swapped};

/// An endpoint that a merchant wants.
#[derive(Clone, Debug)]
pub struct AddEndpoint {
    /// Where it is.
    pub url: String,
    /// What it wants to hear of; everything where nothing is named.
    pub kinds: BTreeSet<EventKind>,
}

/// What a merchant wants to be different. What is not said stays.
#[derive(Clone, Debug, Default)]
pub struct ChangeEndpoint {
    /// Where it is.
    pub url: Option<String>,
    /// What it wants to hear of.
    pub kinds: Option<BTreeSet<EventKind>>,
    /// Whether anything is sent there.
    pub switch: Option<EndpointSwitch>,
}

/// Whether anything is sent to an endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndpointSwitch {
    /// What happens from now on is. What was parked is redelivered by hand.
    Enable,
    /// Nothing is, and what waits is parked.
    Disable,
}

/// An endpoint with its newest secret, which is shown this once.
#[derive(Clone, Debug)]
pub struct EndpointWithSecret {
    /// The endpoint.
    pub endpoint: Endpoint,
    /// What signs from now on.
    pub secret: WebhookSecret,
}

/// Adds an endpoint under an id that was drawn for it. It hears of what happens from now on. Where
/// there is one of this id, an earlier try made it and its answer was lost: it gets a new secret.
///
/// # Errors
/// [`WebhookError`].
pub async fn add_endpoint(
    outbox: &Outbox,
    account: &AccountId,
    id: EndpointId,
    request: AddEndpoint,
) -> Result<EndpointWithSecret, WebhookError> {
    let kassa = &outbox.kassa;
    check_address(outbox, &request.url)?;
    if kassa.store.endpoints(account).await?.len() >= MOST_ENDPOINTS {
        return Err(WebhookError::TooMany);
    }
    let now = kassa.clock.now();
    let secret = draw_webhook_secret(kassa);
    let endpoint = Endpoint {
        id,
        account: account.clone(),
        target: EndpointTarget::Url(request.url),
        kinds: request.kinds,
        secrets: vec![SigningSecret::fresh(secret.clone(), now)],
        disabled_at: None,
        created_at: now,
    };
    match kassa.store.add_endpoint(&endpoint).await? {
        Swapped::Done => Ok(EndpointWithSecret { endpoint, secret }),
        Swapped::Conflict => rotate_secret(kassa, account, &endpoint.id).await,
    }
}

fn check_address(outbox: &Outbox, url: &str) -> Result<(), WebhookError> {
    let destination = Destination::parse(url, outbox.sender.reach());
    destination.map(|_| ()).map_err(WebhookError::Address)
}

/// The account's endpoints, oldest first. That of its sessions' callbacks is among them once a
/// session has named one, or its secret was drawn.
///
/// # Errors
/// [`WebhookError::Store`].
pub async fn list_endpoints(
    kassa: &Kassa,
    account: &AccountId,
) -> Result<Vec<Endpoint>, WebhookError> {
    Ok(kassa.store.endpoints(account).await?)
}

/// Changes where an endpoint is, what it hears of, or whether it hears at all.
///
/// # Errors
/// [`WebhookError`]; nothing was changed then.
pub async fn change_endpoint(
    outbox: &Outbox,
    account: &AccountId,
    id: &EndpointId,
    request: ChangeEndpoint,
) -> Result<Endpoint, WebhookError> {
    if let Some(url) = &request.url {
        check_address(outbox, url)?;
    }
    let changed = |endpoint, now| changed(endpoint, request.clone(), now);
    swap(&outbox.kassa, account, id, changed).await
}

fn changed(
    endpoint: Endpoint,
    request: ChangeEndpoint,
    now: Timestamp,
) -> Result<Endpoint, WebhookError> {
    let fixed = endpoint.target == EndpointTarget::SessionCallbacks;
    if fixed && (request.url.is_some() || request.kinds.is_some()) {
        return Err(WebhookError::SessionCallbacks);
    }
    let disabled_at = match request.switch {
        None => endpoint.disabled_at,
        Some(EndpointSwitch::Enable) => None,
        Some(EndpointSwitch::Disable) => endpoint.disabled_at.or(Some(now)),
    };
    Ok(Endpoint {
        target: request.url.map_or(endpoint.target, EndpointTarget::Url),
        kinds: request.kinds.unwrap_or(endpoint.kinds),
        disabled_at,
        ..endpoint
    })
}

/// Gives an endpoint a new secret. The one before signs beside it for a day, so that the merchant
/// has time to take the new one everywhere.
///
/// # Errors
/// [`WebhookError`].
pub async fn rotate_secret(
    kassa: &Kassa,
    account: &AccountId,
    id: &EndpointId,
) -> Result<EndpointWithSecret, WebhookError> {
    if *id == EndpointId::of_callbacks(account) {
        callbacks_endpoint(kassa, account).await?;
    }
    let secret = draw_webhook_secret(kassa);
    let rotated = |endpoint: Endpoint, now| Ok(endpoint.rotated(secret.clone(), now));
    let endpoint = swap(kassa, account, id, rotated).await?;
    Ok(EndpointWithSecret { endpoint, secret })
}

/// Removes an endpoint with everything that was to be delivered to it, and was.
///
/// # Errors
/// [`WebhookError`].
pub async fn remove_endpoint(
    kassa: &Kassa,
    account: &AccountId,
    id: &EndpointId,
) -> Result<(), WebhookError> {
    if *id == EndpointId::of_callbacks(account) {
        return Err(WebhookError::SessionCallbacks);
    }
    match kassa.store.remove_endpoint(account, id).await? {
        Swapped::Done => Ok(()),
        Swapped::Conflict => Err(WebhookError::NotFound),
    }
}

/// How often to read again when somebody else changed the endpoint meanwhile.
const PATIENCE: usize = 4;

async fn swap(
    kassa: &Kassa,
    account: &AccountId,
    id: &EndpointId,
    changed_to: impl Fn(Endpoint, Timestamp) -> Result<Endpoint, WebhookError>,
) -> Result<Endpoint, WebhookError> {
    for _ in 0..PATIENCE {
        let before = kassa.store.endpoint(account, id).await?;
        let before = before.ok_or(WebhookError::NotFound)?;
        let now = kassa.clock.now();
        let after = changed_to(before.clone(), now)?;
        let change = EndpointChange { before, after, now };
        if kassa.store.change_endpoint(&change).await? == Swapped::Done {
            return Ok(change.after);
        }
    }
    Err(WebhookError::Contended)
}
