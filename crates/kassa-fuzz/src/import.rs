//! Files of merchants: rows, or what is wrong with which line, and never both.

use std::fmt::Debug;

use kassa_server::copy::Silent;
use kassa_server::domain::{Order, Recipient};
use kassa_server::import::{Format, ImportFile, Said};
use kassa_wire::AccountId;
use kassa_wire::merchant::{PostOrder, PutRecipient};
use serde_json::{Value, json};

/// How a file is blamed here.
const NAME: &str = "file";

/// The most lines of blame: twenty, and one that says how many more there are.
const BLAME: usize = 21;

/// A file has rows in the order of its lines, which are read again when they are written as JSON;
/// or it has what is wrong, with the numbers of lines.
///
/// # Panics
/// Where that is not so.
pub fn check_import(data: &[u8]) {
    for format in [Format::Csv, Format::JsonLines] {
        let lines = lines_of(data, format);
        let orders = file(data, format).orders(&account(), &mut Silent);
        check(&lines, &orders, |lines| {
            let again = file(lines, Format::JsonLines);
            again.orders(&account(), &mut Silent)
        });
        let recipients = file(data, format).recipients(&account(), &mut Silent);
        check(&lines, &recipients, |lines| {
            let again = file(lines, Format::JsonLines);
            again.recipients(&account(), &mut Silent)
        });
    }
}

/// What a merchant would write in a line.
trait Written: Clone + PartialEq + Debug {
    fn line(&self) -> Value;
}

impl Written for Order {
    fn line(&self) -> Value {
        let order = self.clone();
        json!(PostOrder {
            number: order.number,
            country: order.country,
            amount: order.amount,
            description: order.description,
            lines: order.lines,
            shipping_options: order.extras.shipping_options,
            discounts: order.extras.discounts,
        })
    }
}

impl Written for Recipient {
    fn line(&self) -> Value {
        let recipient = self.clone();
        let mut line = json!(PutRecipient {
            name: recipient.name,
            country: recipient.country,
            currency: recipient.currency,
            fields: recipient.fields,
        });
        line["id"] = json!(recipient.id);
        line
    }
}

fn check<T: Written>(text: &[&[u8]], said: &Said<T>, again: impl Fn(&[u8]) -> Said<T>) {
    match said {
        Ok((lines, things)) => {
            assert_eq!(lines.len(), things.len());
            check_lines(text, lines);
            let lines = things.iter().map(|thing| thing.line().to_string());
            let text = lines.collect::<Vec<_>>().join("\n");
            let read = again(text.as_bytes()).map(|(_, things)| things);
            assert_eq!(read.as_ref(), Ok(things), "{text}");
        }
        Err(blame) => check_blame(text, blame),
    }
}

/// The lines of a file as an editor has them.
fn lines_of(data: &[u8], format: Format) -> Vec<&[u8]> {
    match format {
        Format::JsonLines => data.split(|byte| *byte == b'\n').collect(),
        Format::Csv => {
            let mut lines: Vec<&[u8]> = Vec::new();
            for part in data.split(|byte| *byte == b'\n') {
                let part = part.strip_suffix(b"\r").unwrap_or(part);
                lines.extend(part.split(|byte| *byte == b'\r'));
            }
            lines
        }
    }
}

/// Numbers of lines go up, and something stands in each of them.
fn check_lines(text: &[&[u8]], lines: &[u64]) {
    assert!(lines.is_sorted_by(|one, next| one < next), "{lines:?}");
    for line in lines {
        let at = usize::try_from(*line)
            .ok()
            .and_then(|line| line.checked_sub(1));
        let stands = at.and_then(|at| text.get(at));
        assert!(
            stands.is_some_and(|stands| !stands.is_empty()),
            "{line}: {stands:?}"
        );
    }
}

/// A line of blame names its line, and shows an operator's terminal nothing that moves it.
fn check_blame(text: &[&[u8]], blame: &[String]) {
    assert!((1..=BLAME).contains(&blame.len()), "{blame:?}");
    let unwelcome = |sign: char| sign.is_control() || matches!(sign, '\u{202a}'..='\u{202e}');
    assert!(!blame.concat().contains(unwelcome), "{blame:?}");
    let numbered = blame.iter().filter(|why| !why.starts_with('…'));
    let lines: Vec<u64> = numbered.map(|why| line_of(why)).collect();
    check_lines(text, &lines);
}

fn line_of(why: &str) -> u64 {
    let rest = why
        .strip_prefix(NAME)
        .and_then(|rest| rest.strip_prefix(':'));
    let number = rest.and_then(|rest| rest.split_once(": "));
    let number = number.and_then(|(number, _)| number.parse().ok());
    number.unwrap_or_else(|| panic!("no line: {why}"))
}

fn file(text: &[u8], format: Format) -> ImportFile<'_> {
    ImportFile {
        name: NAME,
        format,
        text,
    }
}

fn account() -> AccountId {
    let account = "acc_0123456789abcdef".parse();
    account.unwrap_or_else(|error| panic!("{error}"))
}
