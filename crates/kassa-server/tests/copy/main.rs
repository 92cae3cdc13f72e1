//! A merchant who outgrew one file moves to PostgreSQL.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "../cluster/mod.rs"]
#[expect(dead_code, reason = "the store's tests need more of it")]
mod cluster;
#[path = "../store/rows.rs"]
#[expect(dead_code, reason = "the store's tests need more of it")]
mod rows;

mod moving;
mod refusing;

use std::sync::Arc;

use kassa_server::domain::{EventKind, Outcome, Session, SessionState};
use kassa_server::store::{DatabaseAddress, SqliteStore, Store};
use tempfile::TempDir;

/// A store that several can use at once.
type Shared = Arc<dyn Store>;

/// How many sessions the file has: more than go over at once.
const SESSIONS: u32 = 1_200;

/// A file that has been in use.
struct Outgrown {
    folder: TempDir,
}

impl Outgrown {
    async fn fill() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(&folder.path().join("kassa.db")).await;
        let store: Shared = Arc::new(store.unwrap());
        rows::add_account(&store).await;
        store.keep_logo(&rows::logo()).await.unwrap();
        for number in 1..=SESSIONS {
            let state = match number {
                1..=15 => SessionState::Confirmed,
                _ => SessionState::Open,
            };
            let session = Session {
                order: (number % 20 + 1).to_string().parse().unwrap(),
                state,
                ..rows::session(number)
            };
            let created = rows::event(EventKind::SessionCreated, &session);
            store.add_session(&session, &created).await.unwrap();
            if number <= 15 {
                let claim = rows::claim(&session, "a", number);
                let fresh = rows::claimed(&store, &claim).await;
                if number % 2 == 0 {
                    let paid = rows::settlement(&fresh, Outcome::Captured);
                    let _done = store.settle_attempt(&paid).await.unwrap();
                }
            }
        }
        store.close().await;
        Self { folder }
    }

    fn address(&self) -> DatabaseAddress {
        DatabaseAddress::Sqlite(self.folder.path().join("kassa.db"))
    }
}

/// A database that nobody has written to.
fn fresh_postgres() -> DatabaseAddress {
    DatabaseAddress::Postgres(cluster::fresh_database())
}
