//! Invitations on their way.

use async_trait::async_trait;
use kassa_wire::AccountId;

use super::{Lease, StoreError, Swapped};
use crate::domain::{Event, Invitation, InvitationId, Session};

/// Keeps invitations.
#[async_trait]
pub trait Invitations: Send + Sync {
    /// Adds an invitation with the event that tells of it.
    async fn add_invitation(
        &self,
        invitation: &Invitation,
        event: &Event,
    ) -> Result<(), StoreError>;

    /// An invitation of an account.
    async fn invitation(
        &self,
        account: &AccountId,
        id: &InvitationId,
    ) -> Result<Option<Invitation>, StoreError>;

    /// Takes for this server what waits and is due, with its sessions.
    async fn claim_invitations(
        &self,
        lease: &Lease,
    ) -> Result<Vec<(Invitation, Session)>, StoreError>;

    /// Moves an invitation that waits, if nobody tried it meanwhile.
    async fn move_invitation(
        &self,
        before: &Invitation,
        after: &Invitation,
    ) -> Result<Swapped, StoreError>;
}
