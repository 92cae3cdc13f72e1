//! `kassa-server copy`

use serde_json::Value;

use crate::client::Client;
use crate::cluster::fresh_database;
use crate::program::Place;

#[tokio::test]
async fn a_merchant_who_outgrew_a_file_goes_on_on_postgresql() {
    let (place, url) = (Place::new(), fresh_database());
    let key = place.demo_key(&[]);
    let session = {
        let server = place.serve(&[]);
        Client::of(&server.address(), &key).open("2026-04417").await
    };
    let said = place.run(&["copy", "--from", "sqlite:kassa.db", "--to", &url]);
    assert_eq!(said.code, Some(0), "{}", said.err);
    let sessions = said.out.lines().find(|line| line.starts_with("sessions "));
    let words: Vec<&str> = sessions.unwrap().split_whitespace().collect();
    assert_eq!((words[1], words[2], words[3].len()), ("1", "rows", 64));
    let server = place.serve(&["--database-url", &url]);
    let read = Client::of(&server.address(), &key)
        .read(&format!("/api/sessions/{session}"))
        .await;
    assert_eq!(read["state"], "open", "{read}");
    let again = place.run(&["copy", "--from", "sqlite:kassa.db", "--to", &url, "--json"]);
    assert_eq!((again.code, again.out.as_str()), (Some(1), ""));
    assert!(
        again.err.contains("a copy needs an empty database"),
        "{}",
        again.err
    );
}

#[test]
fn a_program_reads_the_counts() {
    let (place, url) = (Place::new(), fresh_database());
    place.demo_key(&[]);
    let said = place.run(&["copy", "--from", "sqlite:kassa.db", "--to", &url, "--json"]);
    let tables: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(tables["tables"][0]["table"], "accounts");
    assert_eq!(tables["tables"][0]["rows"], 1);
}
