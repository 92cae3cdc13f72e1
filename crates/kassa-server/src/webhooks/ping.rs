//! A test event, sent at once.

use kassa_wire::AccountId;

use super::{Message, NotTaken, Outbox, Taken, WebhookError, sign};
use crate::domain::{EndpointId, EndpointTarget};
use crate::payments::draw_event_id;

/// Sends a test event to an endpoint and answers what came of it. It is sent once, beside the
/// outbox, to a disabled endpoint too: a merchant tries what it has mended before it enables it.
///
/// # Errors
/// [`WebhookError`] where nothing was sent.
pub async fn ping_endpoint(
    outbox: &Outbox,
    account: &AccountId,
    id: &EndpointId,
) -> Result<Result<Taken, NotTaken>, WebhookError> {
    let endpoint = outbox.kassa.store.endpoint(account, id).await?;
    let endpoint = endpoint.ok_or(WebhookError::NotFound)?;
    let EndpointTarget::Url(url) = &endpoint.target else {
        return Err(WebhookError::SessionCallbacks);
    };
    let now = outbox.kassa.clock.now();
    let message = Message::ping(&draw_event_id(&outbox.kassa), id, now);
    let headers = sign(&message, endpoint.signing(now), now);
    Ok(outbox.sender.send(url, &message, &headers).await)
}
