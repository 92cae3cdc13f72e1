use jiff::{SignedDuration, Timestamp};

use crate::domain::{
    EmailAddress, Invitation, InvitationFailure, InvitationId, InvitationState, Posted,
};

fn waiting() -> Invitation {
    Invitation {
        id: InvitationId("inv_0000000000000001".to_owned()),
        account: "acc_0000000000000001".parse().unwrap(),
        session: "cs_0123456789abcdefghijklmn".parse().unwrap(),
        email: Some(EmailAddress("amina@example.com".to_owned())),
        state: InvitationState::Waiting,
        tries: 0,
        next_at: Timestamp::UNIX_EPOCH,
        created_at: Timestamp::UNIX_EPOCH,
        updated_at: Timestamp::UNIX_EPOCH,
    }
}

fn at(minutes: i64) -> Timestamp {
    Timestamp::UNIX_EPOCH + SignedDuration::from_mins(minutes)
}

#[test]
fn a_mail_server_that_does_not_answer_is_asked_again_less_and_less_often() {
    let mut invitation = waiting();
    let mut waits = Vec::new();
    for _ in 0..9 {
        let now = invitation.next_at;
        invitation = invitation.tried(Posted::NotNow, at(10_000), now);
        assert_eq!(invitation.state, InvitationState::Waiting);
        waits.push(invitation.next_at.duration_since(now).as_secs());
    }
    assert_eq!(waits, [15, 30, 60, 120, 240, 480, 960, 1200, 1200]);
}

#[test]
fn it_is_given_up_when_the_session_would_be_over() {
    let late = waiting().tried(Posted::NotNow, at(1), at(1));
    let given_up = InvitationState::Failed(InvitationFailure::NotTaken);
    assert_eq!(late.state, given_up);
    let refused = waiting().tried(Posted::Refused, at(60), at(0));
    let refusal = InvitationState::Failed(InvitationFailure::Refused);
    assert_eq!(refused.state, refusal);
    let taken = waiting().tried(Posted::Taken, at(60), at(0));
    assert_eq!((taken.state, taken.tries), (InvitationState::Sent, 1));
}

#[test]
fn an_address_is_never_printed() {
    assert!(!format!("{:?}", waiting()).contains("amina"));
}
