//! What every store has to do, run against each that there is.
//!
//! To add a promise: a function in a topic's file, and its name in the list. To add a store: a module
//! in the macro that opens a fresh one.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "../cluster/mod.rs"]
#[expect(dead_code, reason = "the processes' tests need more of it")]
mod cluster;
mod contract;
mod histories;
mod over_tls;
mod rows;
mod upgrade;

use std::sync::Arc;

use kassa_server::store::{PgStore, Sessions, SqliteStore, Store};
use tempfile::TempDir;

/// Keeps every promise of a topic on a fresh store of each kind.
macro_rules! every_store_promises {
    ($topic:ident, [$($promise:ident),* $(,)?]) => {
        mod $topic {
            mod sqlite {
                $(
                    #[tokio::test]
                    async fn $promise() {
                        let fresh = crate::FreshSqlite::new();
                        crate::contract::$topic::$promise(&fresh.open().await).await;
                    }
                )*
            }

            mod postgres {
                $(
                    #[tokio::test]
                    async fn $promise() {
                        let url = crate::cluster::fresh_database();
                        crate::contract::$topic::$promise(&crate::open_postgres(&url).await).await;
                    }
                )*
            }
        }
    };
}

/// The same, on three servers that share one store.
macro_rules! every_store_shares {
    ($topic:ident, [$($promise:ident),* $(,)?]) => {
        mod $topic {
            mod sqlite {
                $(
                    #[tokio::test(flavor = "multi_thread")]
                    async fn $promise() {
                        let fresh = crate::FreshSqlite::new();
                        let servers = [fresh.open().await, fresh.open().await, fresh.open().await];
                        crate::contract::$topic::$promise(&servers).await;
                    }
                )*
            }

            mod postgres {
                $(
                    #[tokio::test(flavor = "multi_thread")]
                    async fn $promise() {
                        let url = crate::cluster::fresh_database();
                        let servers = [
                            crate::open_postgres(&url).await,
                            crate::open_postgres(&url).await,
                            crate::open_postgres(&url).await,
                        ];
                        crate::contract::$topic::$promise(&servers).await;
                    }
                )*
            }
        }
    };
}

/// A store that several can use at once.
type Shared = Arc<dyn Store>;

/// A place for a SQLite file.
struct FreshSqlite(TempDir);

impl FreshSqlite {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    async fn open(&self) -> Shared {
        self.open_as("kassa.db").await
    }

    async fn open_as(&self, name: &str) -> Shared {
        let store = SqliteStore::open(&self.0.path().join(name)).await;
        Arc::new(store.unwrap())
    }
}

async fn open_postgres(url: &str) -> Shared {
    Arc::new(PgStore::open(url).await.unwrap())
}

every_store_promises!(
    accounts,
    [
        a_key_opens_its_own_account_only,
        a_key_that_was_revoked_opens_nothing,
        the_last_use_of_a_key_is_known_to_the_minute,
        an_account_changes_its_name_and_origins,
        a_brand_is_written_unless_somebody_else_wrote_another,
        a_picture_is_kept_once_and_found_by_its_name,
    ]
);

every_store_promises!(
    sessions,
    [
        what_is_written_is_read_again,
        a_session_changes_only_from_what_it_was,
        what_a_merchant_changes_is_read_again,
        only_what_waits_and_is_due_expires,
    ]
);

every_store_promises!(
    invitations,
    [
        what_waits_is_taken_once_and_moved_once,
        an_invitation_is_its_accounts_alone,
        an_invitation_goes_with_its_session,
    ]
);

every_store_promises!(
    payments,
    [
        a_key_is_claimed_once,
        a_key_with_another_request_is_refused,
        a_session_is_paid_by_one_attempt_at_a_time,
        an_order_is_paid_in_one_session_at_a_time,
        an_order_that_is_paid_is_not_claimed_again,
        a_taken_reference_is_drawn_again,
        a_refused_claim_leaves_nothing_behind,
        an_outcome_is_written_whole_or_not_at_all,
        a_refusal_lets_the_order_go,
        only_what_has_no_outcome_is_in_flight,
        many_claims_at_once_have_one_winner,
    ]
);

every_store_promises!(
    idempotency,
    [
        the_first_answer_is_given_again,
        what_was_left_in_the_middle_is_gone_on_with,
        a_key_is_forgotten_after_a_day,
        of_many_with_one_key_one_is_fresh,
    ]
);

every_store_promises!(
    catalogue,
    [
        orders_come_page_by_page,
        recipients_come_page_by_page,
        an_import_is_written_whole_or_not_at_all,
        a_recipient_of_another_account_is_not_imported,
    ]
);

every_store_promises!(
    lists,
    [
        payments_come_page_by_page_newest_first,
        payments_are_found_by_what_is_true_of_them,
        payments_are_found_by_how_words_begin,
        a_query_that_says_too_little_is_told_so,
        events_come_page_by_page_in_the_order_they_happened,
    ]
);

every_store_promises!(
    upkeep,
    [
        a_fresh_store_is_current_and_counts_nothing,
        payments_are_counted_by_where_they_stand,
        what_is_old_and_of_no_use_is_deleted,
        old_idempotency_keys_are_deleted,
    ]
);

every_store_promises!(
    webhooks,
    [
        an_endpoint_is_read_as_it_was_written,
        of_two_rotations_at_once_none_is_lost,
        an_endpoint_hears_of_what_it_wants_from_its_beginning_on,
        what_a_session_calls_back_goes_to_its_own_address,
        a_sessions_events_leave_one_after_the_other,
        what_is_parked_holds_nothing_up,
        a_delivery_that_another_server_took_is_not_settled,
        a_delivery_is_put_back_by_hand,
        what_waits_for_a_disabled_endpoint_is_parked,
        deliveries_are_listed_page_by_page,
    ]
);

every_store_shares!(
    hanging_up,
    [
        whoever_hangs_up_while_writing_leaves_nothing_behind,
        whoever_hangs_up_while_reading_leaves_nothing_behind,
    ]
);

every_store_shares!(
    sharing,
    [
        sessions_are_expired_by_one_server_each,
        attempts_are_looked_up_by_one_server_each,
        webhooks_are_delivered_by_one_server_each,
    ]
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
