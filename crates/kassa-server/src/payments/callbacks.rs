//! The endpoint that stands for the addresses that an account's sessions name.

use kassa_wire::AccountId;

use super::Kassa;
use super::draw::draw_webhook_secret;
use crate::domain::{Endpoint, EndpointId, EndpointTarget, SigningSecret};
use crate::store::StoreError;

/// Makes the account's endpoint of session callbacks where there is none: from then on what
/// happens in a session that names a `callback_url` is sent there, signed with this endpoint's
/// secret.
///
/// # Errors
/// [`StoreError`].
pub async fn callbacks_endpoint(kassa: &Kassa, account: &AccountId) -> Result<(), StoreError> {
    let id = EndpointId::of_callbacks(account);
    if kassa.store.endpoint(account, &id).await?.is_some() {
        return Ok(());
    }
    let now = kassa.clock.now();
    let endpoint = Endpoint {
        id,
        account: account.clone(),
        target: EndpointTarget::SessionCallbacks,
        kinds: [].into(),
        secrets: vec![SigningSecret::fresh(draw_webhook_secret(kassa), now)],
        disabled_at: None,
        created_at: now,
    };
    // Where somebody else was quicker there is one, which is what was wanted.
    kassa.store.add_endpoint(&endpoint).await.map(drop)
}
