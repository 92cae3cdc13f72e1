//! The merchant invites the payer: the link goes to their address, or back to the merchant.

use kassa::checkout::form;
use kassa_wire::payer::field;
use kassa_wire::{AccountId, SessionId};

use super::happened::happened;
use super::read_checkout::{ReadCheckoutError, read_checkout};
use super::{Kassa, Mailing};
use crate::domain::{
    Checkout, EmailAddress, EventKind, Invitation, InvitationId, InvitationState, SessionRefusal,
};
use crate::store::StoreError;

/// Who is invited.
#[derive(Clone, Debug)]
pub struct Invite {
    /// Whose session it is.
    pub account: AccountId,
    /// Where the link leads.
    pub session: SessionId,
    /// Where it goes, if not to the payer's own address.
    pub email: Option<EmailAddress>,
}

/// Why nobody was invited.
#[derive(Debug, thiserror::Error)]
pub enum InviteError {
    /// The account has no such session.
    #[error("no session has this id")]
    NotFound,
    /// The address that was said is none.
    #[error("this is not an email address")]
    InvalidEmail,
    /// The payer's own address is none.
    #[error("the payer's own email is not an email address: say another, or mend it")]
    InvalidPayerEmail,
    /// The session does not wait for its payer any more.
    #[error(transparent)]
    Refused(#[from] SessionRefusal),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<ReadCheckoutError> for InviteError {
    fn from(error: ReadCheckoutError) -> Self {
        match error {
            ReadCheckoutError::NotFound => Self::NotFound,
            ReadCheckoutError::Store(error) => Self::Store(error),
        }
    }
}

/// Invites the payer under an id that was drawn before: what was initiated under it already is
/// answered as it stands. The link leaves by mail where there is an address and a mail server;
/// else it is kept, for the merchant to pass on.
///
/// # Errors
/// [`InviteError`]; nothing was written then.
pub async fn invite_as(
    kassa: &Kassa,
    request: Invite,
    id: InvitationId,
) -> Result<Invitation, InviteError> {
    if let Some(before) = kassa.store.invitation(&request.account, &id).await? {
        return Ok(before);
    }
    let checkout = read_checkout(kassa, &request.session).await?;
    if checkout.account.id != request.account {
        return Err(InviteError::NotFound);
    }
    let now = kassa.clock.now();
    checkout.session.clone().reopen(now)?;
    let email = address(&checkout, request.email)?;
    let state = match kassa.settings.mailing {
        Mailing::Sent if email.is_some() => InvitationState::Waiting,
        Mailing::Sent | Mailing::Kept => InvitationState::Kept,
    };
    let invitation = Invitation {
        id,
        account: request.account,
        session: request.session,
        email,
        state,
        tries: 0,
        next_at: now,
        created_at: now,
        updated_at: now,
    };
    let event = happened(kassa, EventKind::SessionInvited, &checkout.session, now);
    kassa.store.add_invitation(&invitation, &event).await?;
    let session = &checkout.session;
    kassa.changes.tell(&session.id, session.version);
    // Where nobody listens it waits in the store.
    drop(kassa.invited.send(invitation.clone()));
    Ok(invitation)
}

fn address(
    checkout: &Checkout,
    said: Option<EmailAddress>,
) -> Result<Option<EmailAddress>, InviteError> {
    let (text, wrong) = match (said, checkout.session.payer.get(field::EMAIL)) {
        (Some(said), _) => (said.0, InviteError::InvalidEmail),
        (None, Some(payers)) => (payers.clone(), InviteError::InvalidPayerEmail),
        (None, None) => return Ok(None),
    };
    if text.trim().is_empty() {
        return Ok(None);
    }
    match form::parse_email(&text) {
        Ok(address) => Ok(Some(EmailAddress(address))),
        Err(_) => Err(wrong),
    }
}
