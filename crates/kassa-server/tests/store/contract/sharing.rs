//! Work that servers share.

use jiff::{SignedDuration, Timestamp};
use kassa_server::store::Lease;
use tokio::task::JoinSet;

pub(crate) use super::webhooks::webhooks_are_delivered_by_one_server_each;
use crate::Shared;
use crate::rows::{claim, claimed, confirmed_session_for, noon, open_session};

/// A minute from here on, for three at the most.
fn lease(now: Timestamp) -> Lease {
    Lease {
        now,
        until: now + SignedDuration::from_mins(1),
        most: 3,
    }
}

/// Everything that these servers take when they all take at once, again and again.
async fn taken<T, F>(servers: &[Shared], take: impl Fn(Shared) -> F) -> Vec<T>
where
    T: Send + 'static,
    F: Future<Output = Vec<T>> + Send + 'static,
{
    let mut taking = JoinSet::new();
    for server in servers.iter().cycle().take(12) {
        taking.spawn(take(server.clone()));
    }
    taking.join_all().await.into_iter().flatten().collect()
}

pub(crate) async fn sessions_are_expired_by_one_server_each(servers: &[Shared]) {
    for number in 1..=20 {
        open_session(&servers[0], number).await;
    }
    let end = noon() + SignedDuration::from_hours(2);
    let early = end - SignedDuration::from_secs(1);
    let none = servers[0].claim_sessions_due(&lease(early)).await.unwrap();
    assert!(none.is_empty());
    let take =
        move |server: Shared| async move { server.claim_sessions_due(&lease(end)).await.unwrap() };
    let mut ids: Vec<_> = taken(servers, take).await;
    ids.sort_by_key(|session| session.id.clone());
    ids.dedup_by_key(|session| session.id.clone());
    assert_eq!(ids.len(), 20, "every one once");
    let later = lease(end + SignedDuration::from_mins(1));
    let again = servers[1].claim_sessions_due(&later).await.unwrap();
    assert_eq!(again.len(), 3, "what nobody finished is taken again");
}

pub(crate) async fn attempts_are_looked_up_by_one_server_each(servers: &[Shared]) {
    for number in 1..=20 {
        let session = confirmed_session_for(&servers[0], number, &number.to_string()).await;
        claimed(&servers[0], &claim(&session, "a", number)).await;
    }
    let take = |server: Shared| async move {
        let lease = lease(noon());
        let taken = server.claim_attempts_in_flight(noon(), &lease).await;
        taken.unwrap()
    };
    let taken = taken(servers, take).await;
    assert_eq!(taken.len(), 20, "nothing twice: {taken:?}");
    let mut once = taken.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), 20, "nothing left out");
    let later = lease(noon() + SignedDuration::from_mins(1));
    let again = servers[2].claim_attempts_in_flight(noon(), &later).await;
    assert_eq!(
        again.unwrap().len(),
        3,
        "what nobody finished is taken again"
    );
}
