//! Rows of a file with a JSON object in each line.

use super::row::Row;

/// Every row. Empty lines are none.
pub(super) fn rows(text: &[u8]) -> Vec<Row> {
    let lines = (1_u64..).zip(text.split(|byte| *byte == b'\n'));
    let lines = lines.filter(|(_, line)| !line.trim_ascii().is_empty());
    lines
        .map(|(line, text)| Row {
            line,
            body: serde_json::from_slice(text)
                .map_err(|error| format!("column {}: expected a JSON object", error.column())),
        })
        .collect()
}
