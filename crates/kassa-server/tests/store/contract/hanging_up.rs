//! Who asks may hang up at any moment: their request is dropped wherever it waits.

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use jiff::SignedDuration;
use kassa_server::store::{Fingerprint, KeyedRequest, RequestName};

use crate::Shared;
use crate::rows::{account, noon, open_session, session};

/// How often a request is polled at the most before it ends by itself.
const POLLS: u32 = 40;

/// Longer than a connection takes to come back to its pool.
const COMES_BACK: Duration = Duration::from_millis(5);

/// Polls it so many times, each when it was woken, and drops it; whether it had ended by then.
async fn drop_after<T>(polls: u32, asking: impl Future<Output = T>) -> bool {
    let mut asking = pin!(asking);
    let mut left = polls;
    poll_fn(|context| {
        if left == 0 {
            return Poll::Ready(false);
        }
        left -= 1;
        asking.as_mut().poll(context).map(|_| true)
    })
    .await
}

fn request(key: u32) -> KeyedRequest {
    KeyedRequest {
        name: RequestName {
            account: account().account.id,
            key: format!("hung-up-{key}"),
        },
        fingerprint: Fingerprint([7; 32]),
        subject: "cs_1".to_owned(),
        now: noon(),
        running_until: noon(),
        forgotten: noon() - SignedDuration::from_hours(24),
    }
}

/// What another server makes is not seen here before it is made, and seen as soon as it is; and
/// there can be written.
async fn sees_what_others_make([here, there]: [&Shared; 2], number: u32) {
    tokio::time::sleep(COMES_BACK).await;
    for _ in 0..3 {
        let found = here.checkout(&session(number).id).await.unwrap();
        assert_eq!(found, None);
    }
    let made = open_session(there, number).await;
    for _ in 0..3 {
        let found = here.checkout(&made.id).await.unwrap();
        assert!(found.is_some(), "what is committed is seen at once");
    }
    let written = here.begin_request(&request(0)).await;
    assert!(written.is_ok(), "{written:?}");
}

pub(crate) async fn whoever_hangs_up_while_writing_leaves_nothing_behind(servers: &[Shared]) {
    open_session(&servers[1], 0).await;
    for polls in 1..=POLLS {
        let request = request(polls);
        let ended = drop_after(polls, servers[0].begin_request(&request)).await;
        sees_what_others_make([&servers[0], &servers[1]], polls).await;
        if ended {
            return;
        }
    }
    panic!("it never ended by itself");
}

pub(crate) async fn whoever_hangs_up_while_reading_leaves_nothing_behind(servers: &[Shared]) {
    let session = open_session(&servers[1], 0).await;
    for polls in 1..=POLLS {
        let ended = drop_after(polls, servers[0].events(&session.id)).await;
        sees_what_others_make([&servers[0], &servers[1]], polls).await;
        if ended {
            return;
        }
    }
    panic!("it never ended by itself");
}
