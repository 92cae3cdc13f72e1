//! A PostgreSQL that takes nobody who speaks in the open.

use std::fs;

use kassa_server::store::{PgStore, Upkeep};

use crate::cluster::{Tls, over_tls};

#[tokio::test]
async fn a_server_speaks_to_its_database_in_secret() {
    let tls = Tls::fresh();
    let folder = tempfile::tempdir().unwrap();
    let trusted = folder.path().join("trusted.pem");
    fs::write(&trusted, &tls.certificate).unwrap();
    let stranger = folder.path().join("stranger.pem");
    fs::write(&stranger, Tls::fresh().certificate).unwrap();
    let url = format!("postgres://kassa@127.0.0.1:{}/postgres", tls.port);
    let _running = over_tls(tls);
    let by = |file: &std::path::Path| format!("sslmode=verify-full&sslrootcert={}", file.display());
    for welcome in ["sslmode=require".to_owned(), by(&trusted)] {
        let store = PgStore::open(&format!("{url}?{welcome}")).await.unwrap();
        store.ping().await.unwrap();
    }
    for refused in ["sslmode=disable".to_owned(), by(&stranger)] {
        let opened = PgStore::open(&format!("{url}?{refused}")).await;
        assert!(opened.is_err(), "{refused}");
    }
}
