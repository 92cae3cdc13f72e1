//! The contract of invitations.

use async_trait::async_trait;
use kassa_wire::AccountId;

use super::dialect::{Connection, Opened};
use super::{events, invitations};
use crate::domain::{Event, Invitation, InvitationId, Session};
use crate::store::{Invitations, Lease, StoreError, Swapped};

#[async_trait]
impl Invitations for Opened {
    async fn add_invitation(
        &self,
        invitation: &Invitation,
        event: &Event,
    ) -> Result<(), StoreError> {
        writing!(self, connection => add(connection, invitation, event))
    }

    async fn invitation(
        &self,
        account: &AccountId,
        id: &InvitationId,
    ) -> Result<Option<Invitation>, StoreError> {
        reading!(self, connection => invitations::by_id(connection, account, id))
    }

    async fn claim_invitations(
        &self,
        lease: &Lease,
    ) -> Result<Vec<(Invitation, Session)>, StoreError> {
        sharing!(self, connection => invitations::claim(connection, lease))
    }

    async fn move_invitation(
        &self,
        before: &Invitation,
        after: &Invitation,
    ) -> Result<Swapped, StoreError> {
        writing!(self, connection => invitations::swap(connection, before, after))
    }
}

async fn add(
    connection: &mut Connection,
    invitation: &Invitation,
    event: &Event,
) -> Result<(), StoreError> {
    invitations::insert(connection, invitation).await?;
    events::insert(connection, event).await
}
