//! Rows of a CSV file.

use csv::{ReaderBuilder, StringRecord, Trim};
use serde_json::Value;

use super::What;
use super::row::{Body, Row};

/// What Windows programs begin UTF-8 files with.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// Every row, or what is wrong with the line of column names.
pub(super) fn rows(text: &[u8], what: What) -> Result<Vec<Row>, String> {
    let mut reader = ReaderBuilder::new()
        .trim(Trim::All)
        .from_reader(text.strip_prefix(MARK).unwrap_or(text));
    let columns = reader.headers().map_err(|error| reason(&error))?.clone();
    if let Some(unknown) = columns.iter().find(|name| !what.columns().contains(name)) {
        let known = what.columns().join(", ");
        return Err(format!("there is no column `{unknown}`; there are {known}"));
    }
    let mut rows = Vec::new();
    let mut record = StringRecord::new();
    loop {
        let line = reader.position().line();
        match reader.read_record(&mut record) {
            Ok(false) => return Ok(rows),
            Ok(true) => rows.push(Row {
                line: record.position().map_or(line, csv::Position::line),
                body: body(&columns, &record),
            }),
            Err(error) => rows.push(Row {
                line: error.position().map_or(line, csv::Position::line),
                body: Err(reason(&error)),
            }),
        }
    }
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
