//! Everything goes over.

use kassa_server::copy::{CopyError, Progress, Silent, copy};
use kassa_server::store::{DatabaseAddress, FoundPayments, ListPayments, open_store};
use tokio::sync::Notify;

use crate::rows::{account, claim, claimed, confirmed_session_for, session};
use crate::{Outgrown, SESSIONS, Shared, fresh_postgres};

/// What a merchant sees of a store.
async fn seen(store: &Shared) -> (FoundPayments, Vec<String>) {
    let list = ListPayments {
        account: account().account.id,
        state: None,
        recipient: None,
        query: "FWU".to_owned(),
        from: None,
        to: None,
        after: None,
        most: 100,
    };
    let payments = store.list_payments(&list).await.unwrap();
    let mut sessions = Vec::new();
    for number in 1..=SESSIONS {
        let id = session(number).id;
        let checkout = store.checkout(&id).await.unwrap();
        let events = store.events(&id).await.unwrap();
        sessions.push(format!("{checkout:?} {events:?}"));
    }
    (payments, sessions)
}

#[tokio::test]
async fn a_merchant_finds_everything_on_the_other_side() {
    let (from, to) = (Outgrown::fill().await, fresh_postgres());
    let copied = copy(&from.address(), &to, &mut Silent).await.unwrap();
    let rows = |table: &str| copied.iter().find(|one| one.table == table).unwrap().rows;
    assert_eq!(rows("sessions"), u64::from(SESSIONS));
    assert_eq!(rows("payments"), 15);
    assert_eq!(rows("logos"), 1);
    assert_eq!(rows("events"), u64::from(SESSIONS) + 15 + 7);
    let here = open_store(&from.address()).await.unwrap();
    let there = open_store(&to).await.unwrap();
    assert_eq!(seen(&here).await, seen(&there).await);
    // It goes on: numbers are not given twice, and a copy is not made over it.
    let next = confirmed_session_for(&there, SESSIONS + 1, "20").await;
    claimed(&there, &claim(&next, "a", SESSIONS + 1)).await;
    there.close().await;
    here.close().await;
    let again = copy(&from.address(), &to, &mut Silent).await;
    assert!(
        matches!(again, Err(CopyError::NotEmpty { .. })),
        "{again:?}"
    );
}

/// Tells when a table is in the middle.
#[derive(Debug)]
struct Middle<'n> {
    of: &'static str,
    here: bool,
    reached: &'n Notify,
    started_after: u64,
}

impl Progress for Middle<'_> {
    fn begin(&mut self, table: &str, _rows: u64, before: u64) {
        self.here = table == self.of;
        if self.here {
            self.started_after = before;
        }
    }

    fn advance(&mut self, _rows: u64) {
        if self.here {
            self.reached.notify_one();
        }
    }
}

#[tokio::test]
async fn a_copy_that_was_interrupted_goes_on() {
    let (from, to) = (Outgrown::fill().await, fresh_postgres());
    let reached = Notify::new();
    for of in ["sessions", "payments", "events"] {
        let mut middle = Middle {
            of,
            here: false,
            reached: &reached,
            started_after: 0,
        };
        let address = from.address();
        tokio::select! {
            biased;
            () = reached.notified() => {}
            ended = copy_when_free(&address, &to, &mut middle) => panic!("not interrupted: {ended:?}"),
        }
    }
    let refused = open_store(&to).await;
    assert!(refused.is_err(), "nobody serves half a copy");
    let mut middle = Middle {
        of: "sessions",
        here: false,
        reached: &reached,
        started_after: 0,
    };
    let copied = copy_when_free(&from.address(), &to, &mut middle).await;
    let sessions = copied.iter().find(|one| one.table == "sessions").unwrap();
    assert_eq!(sessions.rows, u64::from(SESSIONS));
    assert_eq!(
        middle.started_after,
        u64::from(SESSIONS),
        "what went over does not go over again"
    );
    let here = open_store(&from.address()).await.unwrap();
    let there = open_store(&to).await.unwrap();
    assert_eq!(seen(&here).await, seen(&there).await);
}

/// The connection of a copier that was interrupted may live a moment longer.
async fn copy_when_free(
    from: &DatabaseAddress,
    to: &DatabaseAddress,
    progress: &mut dyn Progress,
) -> Vec<kassa_server::copy::Copied> {
    loop {
        match copy(from, to, progress).await {
            Err(CopyError::AnotherCopy) => tokio::task::yield_now().await,
            ended => return ended.unwrap(),
        }
    }
}
