//! Invitations on their way.

use jiff::{SignedDuration, Timestamp};
use kassa_server::domain::{
    EmailAddress, EventKind, Invitation, InvitationFailure, InvitationId, InvitationState, Posted,
    Session,
};
use kassa_server::store::{Clearing, Lease, SessionChange, Swapped};

use crate::Shared;
use crate::rows::{event, noon, open_session};

fn invitation(session: &Session, number: u32) -> Invitation {
    Invitation {
        id: InvitationId(format!("inv_{number:0>16}")),
        account: session.account.clone(),
        session: session.id.clone(),
        email: Some(EmailAddress("渚@example.com".to_owned())),
        state: InvitationState::Waiting,
        tries: 0,
        next_at: noon(),
        created_at: noon(),
        updated_at: noon(),
    }
}

async fn add(store: &Shared, session: &Session, invitation: &Invitation) {
    let told = event(EventKind::SessionInvited, session);
    store.add_invitation(invitation, &told).await.unwrap();
}

fn lease(now: Timestamp) -> Lease {
    Lease {
        now,
        until: now + SignedDuration::from_mins(1),
        most: 2,
    }
}

pub(crate) async fn what_waits_is_taken_once_and_moved_once(store: &Shared) {
    let session = open_session(store, 1).await;
    let kept = Invitation {
        email: None,
        state: InvitationState::Kept,
        ..invitation(&session, 1)
    };
    add(store, &session, &kept).await;
    for number in 2..=4 {
        add(store, &session, &invitation(&session, number)).await;
    }
    let early = lease(noon() - SignedDuration::from_secs(1));
    assert!(store.claim_invitations(&early).await.unwrap().is_empty());
    let mut taken = store.claim_invitations(&lease(noon())).await.unwrap();
    assert_eq!(taken.len(), 2, "as many as were asked for");
    assert!(taken.iter().all(|(_, known)| *known == session));
    taken.extend(store.claim_invitations(&lease(noon())).await.unwrap());
    assert_eq!(taken.len(), 3, "what is kept is nobody's to send");
    assert!(
        store
            .claim_invitations(&lease(noon()))
            .await
            .unwrap()
            .is_empty()
    );

    let (before, _) = taken.remove(0);
    move_once(store, &session, &before).await;
    let later = lease(noon() + SignedDuration::from_mins(2));
    let left = store.claim_invitations(&later).await.unwrap();
    assert_eq!(left.len(), 2, "what nobody finished is taken again");
}

async fn move_once(store: &Shared, session: &Session, before: &Invitation) {
    let after = before
        .clone()
        .tried(Posted::Refused, session.expires_at, noon());
    let moved = store.move_invitation(before, &after).await.unwrap();
    assert_eq!(moved, Swapped::Done);
    let again = store.move_invitation(before, &after).await.unwrap();
    assert_eq!(again, Swapped::Conflict);
    let read = store.invitation(&session.account, &before.id).await;
    assert_eq!(
        read.unwrap().unwrap().state,
        InvitationState::Failed(InvitationFailure::Refused)
    );
}

pub(crate) async fn an_invitation_is_its_accounts_alone(store: &Shared) {
    let session = open_session(store, 1).await;
    let written = invitation(&session, 1);
    add(store, &session, &written).await;
    let read = store.invitation(&session.account, &written.id).await;
    assert_eq!(read.unwrap(), Some(written.clone()));
    let other = "acc_0000000000000002".parse().unwrap();
    assert_eq!(store.invitation(&other, &written.id).await.unwrap(), None);
}

pub(crate) async fn an_invitation_goes_with_its_session(store: &Shared) {
    let session = open_session(store, 1).await;
    let written = invitation(&session, 1);
    add(store, &session, &written).await;
    let after = session.clone().expire(session.expires_at).unwrap();
    let change = SessionChange {
        event: event(EventKind::SessionExpired, &after),
        before: session.clone(),
        after,
    };
    let _done = store.change_session(&change).await.unwrap();
    let at = session.expires_at + SignedDuration::from_hours(1);
    let clearing = Clearing {
        requests: at,
        deliveries: at,
        sessions: at,
        most: 10,
    };
    assert_eq!(store.clear(&clearing).await.unwrap().sessions, 1);
    let gone = store.invitation(&session.account, &written.id).await;
    assert_eq!(gone.unwrap(), None);
}
