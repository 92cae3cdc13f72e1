//! Backups, and what they are for.

use std::fs;
use std::process::Command;

use crate::client::Client;
use crate::cluster::{fresh_database, postgres_program};
use crate::program::Place;

#[tokio::test]
async fn what_was_there_at_the_backup_is_there_after_the_disk_is_lost() {
    let place = Place::new();
    let key = place.demo_key(&[]);
    let server = place.serve(&[]);
    let client = Client::of(&server.address(), &key);
    let before = client.open("2026-04417").await;
    client.confirm(&before).await;
    client.pay(&before, "4242424242424242").await;
    let said = place.run(&["backup", "kassa.backup"]);
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
    let after = client.open("2026-04418").await;
    drop(server);
    for lost in ["kassa.db", "kassa.db-wal", "kassa.db-shm"] {
        drop(fs::remove_file(place.path(lost)));
    }
    fs::copy(place.path("kassa.backup"), place.path("kassa.db")).unwrap();
    let server = place.serve(&[]);
    let client = Client::of(&server.address(), &key);
    let read = client.read(&format!("/api/sessions/{before}")).await;
    assert_eq!(read["state"], "complete", "{read}");
    let lost = format!("/api/sessions/{after}");
    let (status, _) = client
        .merchant(reqwest::Method::GET, &lost, &serde_json::Value::Null)
        .await;
    assert_eq!(status, 404, "what came after the backup is lost");
}

#[test]
fn a_backup_writes_over_nothing() {
    let place = Place::new();
    let none = place.run(&["backup", "kassa.backup"]);
    assert_eq!(none.code, Some(1));
    assert_eq!(none.err, "there is no database kassa.db\n");
    place.demo_key(&[]);
    place.write("kassa.backup", "the one of yesterday");
    let said = place.run(&["backup", "kassa.backup"]);
    assert_eq!(said.code, Some(1));
    assert!(said.err.contains("is there already"), "{}", said.err);
    let kept = fs::read_to_string(place.path("kassa.backup")).unwrap();
    assert_eq!(kept, "the one of yesterday");
    let said = place.run(&[
        "backup",
        "other",
        "--database-url",
        "postgres://nobody@127.0.0.1:1/a",
    ]);
    assert!(said.err.contains("pg_dump"), "{}", said.err);
}

#[tokio::test]
async fn what_pg_dump_wrote_is_served_from_another_database() {
    let (place, url, empty) = (Place::new(), fresh_database(), fresh_database());
    let key = place.demo_key(&["--database-url", &url]);
    let server = place.serve(&["--database-url", &url]);
    let session = Client::of(&server.address(), &key).open("2026-04417").await;
    let file = place.path("kassa.dump");
    let run = |program: &str, arguments: &[&str]| {
        let mut command = Command::new(postgres_program(program));
        let output = command.args(arguments).arg(&file).output().unwrap();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    };
    run("pg_dump", &["--format=custom", "--dbname", &url, "--file"]);
    run(
        "pg_restore",
        &[
            "--no-owner",
            "--exit-on-error",
            "--single-transaction",
            "--dbname",
            &empty,
        ],
    );
    drop(server);
    let said = place.run(&["check", "--assets=assets", "--database-url", &empty]);
    assert_eq!(said.out, "Nothing is wrong.\n", "{}", said.err);
    let server = place.serve(&["--database-url", &empty]);
    let read = Client::of(&server.address(), &key)
        .read(&format!("/api/sessions/{session}"))
        .await;
    assert_eq!(read["state"], "open", "{read}");
}
