//! Invitations in the words of the wire.

use kassa_wire::merchant;
use kassa_wire::state;

use crate::domain::{Invitation, InvitationFailure, InvitationState};

/// An invitation with the link that it brings.
#[must_use]
pub fn merchant_invitation(invitation: &Invitation, url: String) -> merchant::Invitation {
    let (state, failure) = state_of(invitation.state);
    merchant::Invitation {
        id: invitation.id.0.clone(),
        session: invitation.session.clone(),
        url,
        email: invitation.email.as_ref().map(|email| email.0.clone()),
        state,
        failure,
        created_at: invitation.created_at.to_string(),
        updated_at: invitation.updated_at.to_string(),
    }
}

const fn state_of(
    known: InvitationState,
) -> (state::InvitationState, Option<state::InvitationFailure>) {
    match known {
        InvitationState::Kept => (state::InvitationState::Kept, None),
        InvitationState::Waiting => (state::InvitationState::Waiting, None),
        InvitationState::Sent => (state::InvitationState::Sent, None),
        InvitationState::Failed(failure) => {
            (state::InvitationState::Failed, Some(failure_of(failure)))
        }
    }
}

const fn failure_of(known: InvitationFailure) -> state::InvitationFailure {
    match known {
        InvitationFailure::Refused => state::InvitationFailure::Refused,
        InvitationFailure::NotTaken => state::InvitationFailure::NotTaken,
        InvitationFailure::SessionOver => state::InvitationFailure::SessionOver,
    }
}
