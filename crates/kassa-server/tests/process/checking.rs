//! `kassa-server check`

use std::fs;

use sqlx::{ConnectOptions, Connection, SqliteConnection};
use sqlx::{PgConnection, sqlite::SqliteConnectOptions};

use crate::cluster::fresh_database;
use crate::program::{Place, Said, get};

#[test]
fn all_that_cannot_work_is_told_at_once() {
    let place = Place::new();
    let said = place.run(&[
        "check",
        "--public-url=http://pay.example",
        "--listen=127.0.0.1:7300",
        "--metrics-listen=127.0.0.1:7300",
        "--assets=nowhere",
        "--database=nowhere/kassa.db",
        "--sandbox-ledger",
    ]);
    assert_eq!(said.code, Some(1));
    let blamed: Vec<&str> = said
        .err
        .lines()
        .filter_map(|line| line.split(':').next())
        .collect();
    let expected = [
        "public_url",
        "metrics_listen",
        "sandbox_ledger",
        "assets",
        "database",
    ];
    assert_eq!(blamed, expected, "{}", said.err);
}

#[test]
fn what_works_is_not_blamed_and_nothing_is_made() {
    let place = Place::new();
    for url in [
        "--public-url=https://pay.example",
        "--public-url=http://127.0.0.1:7300",
    ] {
        let said = place.run(&["check", "--assets=assets", url]);
        assert_eq!(said.code, Some(0), "{}", said.err);
        let told = "database: kassa.db: there is no such file; the start sees to it\n\
                    Nothing is wrong.\n";
        assert_eq!(said.out, told);
    }
    assert!(!place.path("kassa.db").exists());
}

#[test]
fn a_database_that_does_not_answer_is_told() {
    let place = Place::new();
    let url = "--database-url=postgres://kassa:hunter2@127.0.0.1:1/kassa";
    let said = place.run(&["check", "--assets=assets", url]);
    assert_eq!(said.code, Some(1));
    assert!(
        said.err
            .starts_with("database_url: the database did not answer"),
        "{}",
        said.err
    );
}

#[test]
fn an_account_at_stripe_that_is_not_whole_is_told_and_no_key_is_repeated() {
    let place = Place::new();
    let said = place.run(&[
        "check",
        "--assets=assets",
        "--processor=stripe",
        "--stripe-secret-key=pk_hunter2",
        "--stripe-publishable-key=pk_test_1",
        "--stripe-base-url=http://stripe.example",
    ]);
    assert_eq!(said.code, Some(1));
    let blamed: Vec<&str> = said
        .err
        .lines()
        .filter_map(|line| line.split(':').next())
        .collect();
    let expected = [
        "stripe_secret_key",
        "stripe_webhook_secret",
        "stripe_base_url",
    ];
    assert_eq!(blamed, expected, "{}", said.err);
    assert!(!said.err.contains("hunter2"), "{}", said.err);
}

#[test]
fn a_secret_key_is_not_taken_where_browsers_are_given_the_key() {
    let place = Place::new();
    let said = place.run(&["check", "--stripe-publishable-key=sk_test_1"]);
    assert_ne!(said.code, Some(0));
    assert!(said.err.contains("begins with pk_"), "{}", said.err);
}

fn checked(place: &Place, more: &str) -> Said {
    place.run(&["check", "--assets=assets", more])
}

async fn open(place: &Place) -> SqliteConnection {
    let file = SqliteConnectOptions::new().filename(place.path("kassa.db"));
    file.create_if_missing(true).connect().await.unwrap()
}

/// As a version of next year would leave it.
const NEWER: &str = "INSERT INTO _sqlx_migrations
    (version, description, success, checksum, execution_time) VALUES (9999, 'later', true, '', 0)";

#[tokio::test]
async fn a_file_is_told_for_what_it_is_and_stays_as_it_is() {
    let place = Place::new();
    drop(place.serve(&[]).address());
    let before = fs::read(place.path("kassa.db")).unwrap();
    let said = checked(&place, "--database=kassa.db");
    assert_eq!(
        (said.code, said.out.as_str()),
        (Some(0), "Nothing is wrong.\n")
    );
    assert_eq!(before, fs::read(place.path("kassa.db")).unwrap());
    let mut connection = open(&place).await;
    sqlx::query(NEWER).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    let said = checked(&place, "--database=kassa.db");
    assert_eq!(said.code, Some(1));
    assert!(
        said.err.contains("it is newer than this program"),
        "{}",
        said.err
    );
}

#[tokio::test]
async fn a_file_of_another_program_is_not_taken() {
    let place = Place::new();
    let mut connection = open(&place).await;
    let table = "CREATE TABLE recipes (id INTEGER PRIMARY KEY)";
    sqlx::query(table).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    let said = checked(&place, "--database=kassa.db");
    assert_eq!(said.code, Some(1));
    assert!(
        said.err.contains("it has tables of another program"),
        "{}",
        said.err
    );
    place.write(
        "kassa.db",
        "Flour, water, salt, and a long time in the oven.",
    );
    let said = checked(&place, "--database=kassa.db");
    assert_eq!(said.code, Some(1));
    assert!(said.err.contains("file is not a database"), "{}", said.err);
}

#[tokio::test]
async fn a_postgresql_is_told_for_what_it_is_and_nothing_is_made_in_it() {
    let (place, url) = (Place::new(), fresh_database());
    let flag = format!("--database-url={url}");
    let said = checked(&place, &flag);
    assert_eq!(said.code, Some(0), "{}", said.err);
    assert!(
        said.out.starts_with("database_url: it has no tables"),
        "{}",
        said.out
    );
    let mut connection = PgConnection::connect(&url).await.unwrap();
    let tables: i64 =
        sqlx::query_scalar("SELECT COUNT(*) FROM pg_tables WHERE schemaname = 'public'")
            .fetch_one(&mut connection)
            .await
            .unwrap();
    assert_eq!(tables, 0);
    drop(place.serve(&[&flag]).address());
    assert_eq!(checked(&place, &flag).out, "Nothing is wrong.\n");
    for (statement, told) in [
        (NEWER, "it is newer than this program"),
        ("CREATE TABLE copying (id INT)", "it is an unfinished copy"),
    ] {
        sqlx::query(statement)
            .execute(&mut connection)
            .await
            .unwrap();
        let said = checked(&place, &flag);
        assert_eq!(said.code, Some(1));
        assert!(said.err.contains(told), "{}", said.err);
    }
}

#[tokio::test]
async fn a_server_on_a_database_of_another_version_is_not_ready() {
    let place = Place::new();
    let server = place.serve(&[]);
    let address = server.address();
    let ready = get(&address, "/readyz").unwrap();
    assert!(ready.starts_with("HTTP/1.1 200"), "{ready}");
    let mut connection = open(&place).await;
    sqlx::query(NEWER).execute(&mut connection).await.unwrap();
    let ready = get(&address, "/readyz").unwrap();
    assert!(ready.starts_with("HTTP/1.1 503"), "{ready}");
}
