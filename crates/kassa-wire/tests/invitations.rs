//! What the merchant's server hears of an invitation keeps its shape.

use insta::assert_json_snapshot;
use kassa_wire::merchant::{Invitation, PostInvitation};
use kassa_wire::state::{InvitationFailure, InvitationState};

#[test]
fn an_invitation_keeps_its_shape() {
    let request = PostInvitation {
        email: Some("amina@example.com".to_owned()),
    };
    assert_json_snapshot!("post_invitation", request);
    let invitation = Invitation {
        id: "inv_4fQ0xS7mZk2LpVbY".to_owned(),
        session: "cs_0123456789abcdefghijklmn".parse().unwrap(),
        url: "https://pay.example/v1/view/cs_0123456789abcdefghijklmn/".to_owned(),
        email: Some("amina@example.com".to_owned()),
        state: InvitationState::Failed,
        failure: Some(InvitationFailure::NotTaken),
        created_at: "2026-11-20T19:14:00Z".to_owned(),
        updated_at: "2026-11-20T19:15:00Z".to_owned(),
    };
    assert_json_snapshot!("invitation", invitation);
    assert_json_snapshot!(
        "invitation_states",
        [
            InvitationState::Kept,
            InvitationState::Waiting,
            InvitationState::Sent,
            InvitationState::Failed,
        ]
    );
    assert_json_snapshot!(
        "invitation_failures",
        [
            InvitationFailure::Refused,
            InvitationFailure::NotTaken,
            InvitationFailure::SessionOver,
        ]
    );
}
