//! What a copy does not do.

use kassa_server::copy::{CopyError, Silent, copy};
use kassa_server::store::{DatabaseAddress, SqliteStore, open_store};
use sqlx::Connection;

use crate::rows::add_account;
use crate::{Outgrown, fresh_postgres};

#[tokio::test]
async fn a_database_in_use_is_not_written_over() {
    let (from, to) = (Outgrown::fill().await, fresh_postgres());
    let used = open_store(&to).await.unwrap();
    add_account(&used).await;
    let refused = copy(&from.address(), &to, &mut Silent).await;
    assert!(
        matches!(refused, Err(CopyError::NotEmpty { table: "accounts" })),
        "{refused:?}"
    );
}

#[tokio::test]
async fn an_unfinished_copy_of_another_file_is_left_alone() {
    let (from, to) = (Outgrown::fill().await, fresh_postgres());
    let DatabaseAddress::Postgres(url) = &to else {
        panic!("not PostgreSQL")
    };
    drop(open_store(&to).await.unwrap());
    let mut connection = sqlx::PgConnection::connect(url).await.unwrap();
    for statement in [
        "CREATE TABLE copying (table_name TEXT PRIMARY KEY, last_key TEXT NOT NULL)",
        "INSERT INTO copying VALUES ('', '/other.db')",
    ] {
        sqlx::query(statement)
            .execute(&mut connection)
            .await
            .unwrap();
    }
    let refused = copy(&from.address(), &to, &mut Silent).await;
    assert!(
        matches!(&refused, Err(CopyError::OtherSource { source_file }) if source_file == "/other.db"),
        "{refused:?}"
    );
}

#[tokio::test]
async fn a_file_that_is_not_there_is_not_made() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("none.db");
    let from = DatabaseAddress::Sqlite(file.clone());
    let refused = copy(&from, &fresh_postgres(), &mut Silent).await;
    assert!(matches!(refused, Err(CopyError::NoSource)), "{refused:?}");
    assert!(!file.exists());
    let wrong_way = copy(&fresh_postgres(), &from, &mut Silent).await;
    assert!(matches!(wrong_way, Err(CopyError::Direction)));
}

/// What is copied is listed by hand: a table or a column that only one side has is found here.
#[tokio::test]
async fn both_databases_have_the_same_tables_and_columns() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("kassa.db");
    drop(SqliteStore::open(&file).await.unwrap());
    let to = fresh_postgres();
    drop(open_store(&to).await.unwrap());
    let DatabaseAddress::Postgres(url) = &to else {
        panic!("not PostgreSQL")
    };
    let sqlite = sqlx::SqliteConnection::connect(file.to_str().unwrap());
    let mut sqlite = sqlite.await.unwrap();
    let mut postgres = sqlx::PgConnection::connect(url).await.unwrap();
    let here: Vec<(String, String)> = sqlx::query_as(
        "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c
         WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name <> '_sqlx_migrations'
         ORDER BY m.name, c.cid",
    )
    .fetch_all(&mut sqlite)
    .await
    .unwrap();
    let there: Vec<(String, String)> = sqlx::query_as(
        "SELECT table_name::text, column_name::text FROM information_schema.columns
         WHERE table_schema = 'public' AND table_name <> '_sqlx_migrations'
         ORDER BY table_name COLLATE \"C\", ordinal_position",
    )
    .fetch_all(&mut postgres)
    .await
    .unwrap();
    assert_eq!(here, there);
    let mut tables: Vec<_> = here.into_iter().map(|(table, _)| table).collect();
    tables.dedup();
    sqlite.close().await.unwrap();
    let copied = copy(&DatabaseAddress::Sqlite(file), &to, &mut Silent).await;
    let mut copied: Vec<_> = copied.unwrap().into_iter().map(|one| one.table).collect();
    copied.sort_unstable();
    assert_eq!(copied, tables);
}
