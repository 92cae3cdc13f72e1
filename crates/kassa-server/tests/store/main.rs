//! What every store has to do, run against each that there is.
//!
//! To add a promise: a function in a topic's file, and its name in the list. To add a store: a module
//! in the macro that opens a fresh one.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "../cluster/mod.rs"]
mod cluster;
mod contract;
mod rows;

use std::sync::Arc;

use kassa_server::store::{PgStore, Sessions, SqliteStore, Store};
use tempfile::TempDir;

/// Runs every promise of the contract against a fresh store of each kind.
macro_rules! every_store_promises {
    ($($promise:ident),* $(,)?) => {
        mod sqlite {
            $(
                #[tokio::test]
                async fn $promise() {
                    let fresh = crate::FreshSqlite::open().await;
                    crate::contract::$promise(fresh.store()).await;
                }
            )*
        }

        mod postgres {
            $(
                #[tokio::test]
                async fn $promise() {
                    let store = crate::fresh_postgres().await;
                    crate::contract::$promise(&store).await;
                }
            )*
        }
    };
}

/// A store that several can use at once.
type Shared = Arc<dyn Store>;

/// A fresh SQLite file.
struct FreshSqlite {
    store: Shared,
    _folder: TempDir,
}

impl FreshSqlite {
    async fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(&folder.path().join("kassa.db")).await;
        Self {
            store: Arc::new(store.unwrap()),
            _folder: folder,
        }
    }

    fn store(&self) -> &Shared {
        &self.store
    }
}

/// A fresh PostgreSQL database.
async fn fresh_postgres() -> Shared {
    let store = PgStore::open(&cluster::fresh_database()).await;
    Arc::new(store.unwrap())
}

every_store_promises!(
    what_is_written_is_read_again,
    a_key_opens_its_own_account_only,
    a_session_changes_only_from_what_it_was,
    a_key_is_claimed_once,
    a_key_with_another_request_is_refused,
    a_session_is_paid_by_one_attempt_at_a_time,
    an_order_is_paid_in_one_session_at_a_time,
    an_order_that_is_paid_is_not_claimed_again,
    a_taken_reference_is_drawn_again,
    a_refused_claim_leaves_nothing_behind,
    an_outcome_is_written_whole_or_not_at_all,
    a_refusal_lets_the_order_go,
    only_what_waits_and_is_due_expires,
    only_what_has_no_outcome_is_in_flight,
    many_claims_at_once_have_one_winner,
);

#[tokio::test]
async fn a_file_that_is_opened_again_has_everything() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("kassa.db");
    let store: Shared = Arc::new(SqliteStore::open(&file).await.unwrap());
    let written = rows::confirmed_session(&store, 1).await;
    // Dropped without being closed, as a killed process leaves it.
    drop(store);
    let store = SqliteStore::open(&file).await.unwrap();
    let read = store.checkout(&written.id).await.unwrap().unwrap();
    assert_eq!(read.session, written);
}

#[tokio::test]
async fn the_file_survives_a_loss_of_power() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(&folder.path().join("kassa.db")).await;
    let (journal, synchronous) = store.unwrap().durability().await.unwrap();
    assert_eq!(journal, "wal");
    assert_eq!(synchronous, 2, "FULL");
}
