//! Rows of a CSV file.

use csv::{ReaderBuilder, StringRecord, Trim};
use serde_json::Value;

use super::What;
use super::lines::Lines;
use super::row::{Body, Row};

/// What Windows programs begin UTF-8 files with.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// Every row, or what is wrong with the line of column names, which is told with its number.
pub(super) fn rows(text: &[u8], what: What) -> Result<Vec<Row>, (u64, String)> {
    let text = text.strip_prefix(MARK).unwrap_or(text);
    let mut reader = ReaderBuilder::new().trim(Trim::All).from_reader(text);
    let mut lines = Lines::of(text);
    let first = lines.at(0);
    let columns = reader.headers().map_err(|error| (first, reason(&error)))?;
    let columns = columns.clone();
    look_at(&columns, what).map_err(|why| (first, why))?;
    let mut rows = Vec::new();
    let mut record = StringRecord::new();
    loop {
        let line = lines.at(reader.position().byte());
        match reader.read_record(&mut record) {
            Ok(false) => return Ok(rows),
            Ok(true) => rows.push(Row {
                line,
                body: body(&columns, &record),
            }),
            Err(error) => rows.push(Row {
                line,
                body: Err(reason(&error)),
            }),
        }
    }
}

/// Every column is one that there is, and is there once: of two amounts nobody knows which is meant.
fn look_at(columns: &StringRecord, what: What) -> Result<(), String> {
    for (at, name) in columns.iter().enumerate() {
        if !what.columns().contains(&name) {
            let known = what.columns().join(", ");
            return Err(format!(
                "there is no column `{}`; there are {known}",
                shown(name)
            ));
        }
        if columns.iter().take(at).any(|before| before == name) {
            return Err(format!("the column `{name}` is there twice"));
        }
    }
    Ok(())
}

/// A name as it may be shown: a file must not write an operator's terminal full, nor move in it.
fn shown(name: &str) -> String {
    const MOST: usize = 64;
    name.chars()
        .take(MOST)
        .flat_map(char::escape_debug)
        .collect()
}

/// What a row says. An empty cell says nothing; some cells hold JSON, as a body has it.
fn body(columns: &StringRecord, record: &StringRecord) -> Result<Body, String> {
    let mut body = Body::new();
    let mut money = Body::new();
    let is_order = columns.iter().any(|name| name == "number");
    for (name, cell) in columns.iter().zip(record) {
        if cell.is_empty() {
            continue;
        }
        let text = || Value::String(cell.to_owned());
        let (object, value) = match name {
            "amount" => (
                &mut money,
                cell.parse::<i64>().map_or_else(|_| text(), Value::from),
            ),
            "currency" if is_order => (&mut money, text()),
            "fields" | "lines" => {
                let read = serde_json::from_str(cell);
                let value = read.map_err(|_| format!("{name}: expected a list in JSON"))?;
                (&mut body, value)
            }
            _ => (&mut body, text()),
        };
        object.insert(name.to_owned(), value);
    }
    if !money.is_empty() {
        body.insert("amount".to_owned(), Value::Object(money));
    }
    Ok(body)
}

/// Why, without what stands there.
fn reason(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::UnequalLengths {
            expected_len, len, ..
        } => format!("expected {expected_len} columns, there are {len}"),
        csv::ErrorKind::Utf8 { .. } => "expected UTF-8".to_owned(),
        _ => "cannot be read as CSV".to_owned(),
    }
}
