//! A database of the first version of the tables is brought up to date when it is opened, and
//! loses nothing.

use std::path::Path;

use kassa_server::domain::PaymentState;
use kassa_server::domain::{Brand, Chosen, EventKind, Extras, Locks, SessionState};
use kassa_server::store::{PgStore, SessionChange, SqliteStore, Swapped};
use sqlx::migrate::Migrator;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, PgConnection, raw_sql};

use crate::rows::{event, noon};
use crate::{FreshSqlite, Shared, cluster};

const ROWS: &str = include_str!("first_version.sql");

/// The migrations that the first version had.
async fn first_version(folder: &str) -> Migrator {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("migrations")
        .join(folder);
    let mut all = Migrator::new(folder).await.unwrap();
    assert!(all.migrations.len() > 1, "there is something to upgrade to");
    all.migrations.to_mut().truncate(1);
    all
}

#[tokio::test]
async fn a_sqlite_file_of_the_first_version_is_kept() {
    let fresh = FreshSqlite::new();
    let file = fresh.0.path().join("kassa.db");
    let options = SqliteConnectOptions::new().filename(&file);
    let mut old = options.create_if_missing(true).connect().await.unwrap();
    first_version("sqlite").await.run(&mut old).await.unwrap();
    let rows = ROWS.replace("{no_bytes}", "X''");
    raw_sql(AssertSqlSafe(rows))
        .execute(&mut old)
        .await
        .unwrap();
    old.close().await.unwrap();
    let store: Shared = std::sync::Arc::new(SqliteStore::open(&file).await.unwrap());
    is_kept(&store).await;
}

#[tokio::test]
async fn a_postgresql_database_of_the_first_version_is_kept() {
    let url = cluster::fresh_database();
    let mut old = PgConnection::connect(&url).await.unwrap();
    first_version("postgres").await.run(&mut old).await.unwrap();
    let rows = ROWS.replace("{no_bytes}", "''");
    raw_sql(AssertSqlSafe(rows))
        .execute(&mut old)
        .await
        .unwrap();
    old.close().await.unwrap();
    let store: Shared = std::sync::Arc::new(PgStore::open(&url).await.unwrap());
    is_kept(&store).await;
}

async fn is_kept(store: &Shared) {
    assert!(store.is_current().await.unwrap());
    the_session_goes_on(store).await;
    the_payment_is_read(store).await;
}

async fn the_session_goes_on(store: &Shared) {
    let id = "cs_oooooooooooooooooooooooo".parse().unwrap();
    let read = store.checkout(&id).await.unwrap().unwrap();
    assert_eq!(read.session.state, SessionState::Open);
    assert_eq!(read.session.amount.amount, 48_500);
    assert_eq!(read.session.payer["email"], "amina@example.com");
    assert_eq!(read.session.details.metadata["class"], "3b");
    assert_eq!(read.session.chosen, Chosen::default());
    assert_eq!(read.session.locks, Locks::default());
    assert_eq!(read.account.brand, Brand::default());
    assert_eq!(read.order.extras, Extras::default());
    let after = read.session.clone().cancel(noon()).unwrap();
    let change = SessionChange {
        event: event(EventKind::SessionCancelled, &after),
        before: read.session,
        after,
    };
    assert_eq!(store.change_session(&change).await.unwrap(), Swapped::Done);
}

async fn the_payment_is_read(store: &Shared) {
    let account = "acc_00000000000000ab".parse().unwrap();
    let reference = "OLD123456789".parse().unwrap();
    let found = store.merchant_payment(&account, &reference).await.unwrap();
    let found = found.unwrap();
    assert_eq!(found.payment.state, PaymentState::PartiallyRefunded);
    assert_eq!(
        (found.payment.funds.captured, found.payment.funds.refunded),
        (1200, 200)
    );
    assert_eq!(found.attempts.len(), 1);
    let read = store.checkout(&found.session.id).await.unwrap().unwrap();
    assert!(read.order.paid_at.is_some());
    assert_eq!(read.payment.unwrap().attempt, found.attempts[0]);
}
