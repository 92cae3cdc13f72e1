//! `kassa-server import`

use serde_json::{Value, json};

use crate::client::Client;
use crate::program::Place;

/// A place with an account; its key.
fn account(place: &Place) -> String {
    let said = place.run(&["account", "add", "Kite Shop", "--json"]);
    let made: Value = serde_json::from_str(&said.out).unwrap();
    made["api_key"].as_str().unwrap().to_owned()
}

const RECIPIENTS: &str = "id,name,country,currency,fields\n\
    KIT,Kite Shop,ES,EUR,\"[{\"\"id\"\": \"\"size\"\", \"\"label\"\": \"\"Size\"\", \"\"required\"\": true}]\"\n\
    KIU,Kite Shop Japan,JP,JPY,\n";

const ORDERS: &str = "number,country,amount,currency,description\n\
    1,ES,125000,EUR,\"A big kite,\nand its string\"\n\
    2,JP,98000,JPY,\n";

#[tokio::test]
async fn what_was_imported_is_there_while_the_server_runs() {
    let place = Place::new();
    let server = place.serve(&[]);
    let address = server.address();
    let key = account(&place);
    place.write("recipients.csv", RECIPIENTS);
    place.write("orders.csv", ORDERS);
    let lines = "{\"number\":\"3\",\"country\":\"ES\",\"amount\":{\"amount\":1,\"currency\":\"EUR\"},\
                 \"lines\":[{\"label\":\"String\",\"amount\":1}]}\n\n";
    place.write("orders.jsonl", lines);
    for (what, file, rows) in [
        ("recipients", "recipients.csv", 2),
        ("orders", "orders.csv", 2),
        ("orders", "orders.jsonl", 1),
        ("orders", "orders.csv", 2),
    ] {
        let said = place.run(&["import", what, file, "--json"]);
        assert_eq!(said.code, Some(0), "{file}: {}", said.err);
        assert_eq!(said.out, format!("{{\"imported\":{rows}}}\n"));
    }
    let client = Client::of(&address, &key);
    let order = client.read("/api/orders/1").await;
    assert_eq!(
        order["amount"],
        json!({ "amount": 125_000, "currency": "EUR" })
    );
    assert_eq!(order["description"], "A big kite,\nand its string");
    let recipient = client.read("/api/recipients/KIT").await;
    assert_eq!(recipient["fields"][0]["id"], "size");
    assert_eq!(
        client.read("/api/orders/3").await["lines"][0]["label"],
        "String"
    );
}

#[test]
fn every_row_that_is_wrong_is_told_and_none_is_written() {
    let place = Place::new();
    account(&place);
    let rows = "number,country,amount,currency\n\
                1,ES,125000,EUR\n\
                2,XX,12.50,EUR\n\
                3,ES\n\
                1,ES,1,EUR\n\
                ,ES,-4,EURO\n";
    place.write("orders.csv", rows);
    let said = place.run(&["import", "orders", "orders.csv"]);
    assert_eq!((said.code, said.out.as_str()), (Some(1), ""));
    let lines: Vec<&str> = said.err.lines().collect();
    let expected = [
        "orders.csv:3: country: unknown, amount.amount: wrong_type",
        "orders.csv:4: expected 4 columns, there are 2",
        "orders.csv:5: number: the same as in line 2",
        "orders.csv:6: number: required, amount.currency: unknown, amount.amount: invalid",
        "Nothing was imported.",
    ];
    assert_eq!(lines, expected);
    place.write(
        "one.csv",
        "number,country,amount,currency\n1,ES,125000,EUR\n",
    );
    let said = place.run(&["import", "orders", "one.csv"]);
    assert_eq!(said.out, "1 orders were imported.\n");
}

#[test]
fn a_file_with_a_thousand_mistakes_tells_the_first_twenty() {
    let place = Place::new();
    account(&place);
    place.write("orders.jsonl", &"[]\n".repeat(1000));
    let said = place.run(&["import", "orders", "orders.jsonl"]);
    let lines: Vec<&str> = said.err.lines().collect();
    assert_eq!(lines.len(), 22, "{}", said.err);
    assert!(lines[0].starts_with("orders.jsonl:1: "), "{}", lines[0]);
    assert_eq!(lines[20], "… and 980 more");
}

#[test]
fn a_column_that_nobody_knows_is_not_left_out_in_silence() {
    let place = Place::new();
    account(&place);
    place.write("orders.csv", "number,country,amount,currency,VAT\n");
    let said = place.run(&["import", "orders", "orders.csv"]);
    assert_eq!(said.code, Some(1));
    assert!(
        said.err
            .starts_with("orders.csv:1: there is no column `VAT`"),
        "{}",
        said.err
    );
    place.write("orders.xls", "");
    let said = place.run(&["import", "orders", "orders.xls"]);
    assert!(said.err.contains("say which with --format"), "{}", said.err);
}

#[test]
fn of_two_columns_of_one_name_nobody_chooses_an_amount() {
    let place = Place::new();
    account(&place);
    let twice = "number,country,amount,amount,currency\nA-1,ES,1,2,EUR\n";
    place.write("orders.csv", twice);
    let said = place.run(&["import", "orders", "orders.csv"]);
    assert_eq!(said.code, Some(1));
    let told = "orders.csv:1: the column `amount` is there twice";
    assert_eq!(said.err.lines().next(), Some(told));
}

#[test]
fn a_column_does_not_move_in_the_operators_terminal() {
    let place = Place::new();
    account(&place);
    place.write("orders.csv", "number,\u{1b}[2J\u{202e}TAV\n");
    let said = place.run(&["import", "orders", "orders.csv"]);
    assert_eq!(said.code, Some(1));
    let told = r"orders.csv:1: there is no column `\u{1b}[2J\u{202e}TAV`";
    assert!(said.err.starts_with(told), "{}", said.err);
}

#[test]
fn a_row_is_blamed_by_the_line_that_an_editor_shows() {
    let place = Place::new();
    account(&place);
    for (ends, line) in [("\n", 5), ("\r\n", 5), ("\r", 5)] {
        let lines = ["number,country,amount,currency", "", "A-1,ES,1,EUR", ""];
        let text = [lines.as_slice(), &["A-2,ES,1"]].concat().join(ends);
        place.write("orders.csv", &text);
        let said = place.run(&["import", "orders", "orders.csv"]);
        let told = format!("orders.csv:{line}: expected 4 columns, there are 3");
        assert_eq!(said.err.lines().next(), Some(told.as_str()), "{ends:?}");
    }
}

#[test]
fn a_recipient_of_another_account_stays_its_own() {
    let place = Place::new();
    account(&place);
    place.write("recipients.csv", RECIPIENTS);
    let said = place.run(&["import", "recipients", "recipients.csv"]);
    assert_eq!(said.code, Some(0), "{}", said.err);
    place.run(&["account", "add", "Another"]);
    let said = place.run(&[
        "import",
        "recipients",
        "recipients.csv",
        "--account",
        "Another",
    ]);
    assert_eq!(said.code, Some(1));
    let told = "recipients.csv:2: another account of this server has a recipient with this id";
    assert_eq!(said.err.lines().next(), Some(told));
}
