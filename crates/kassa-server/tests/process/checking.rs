//! `kassa-server check`

use crate::program::Place;

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
        assert_eq!(said.out, "Nothing is wrong.\n");
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
