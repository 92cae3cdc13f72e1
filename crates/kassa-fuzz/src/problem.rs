//! Problems: what a developer's program decides by is read as it is written.

use kassa_wire::problem::{FieldCode, Problem, ProblemCode};
use serde_json::{Value, json};

use crate::round::round_trip;

/// A problem that is read has codes that are known, written as they are documented. That the
/// widget's own reader agrees is a test in a browser, `tests/problems.rs`.
///
/// # Panics
/// Where that is not so.
pub fn check_problem(data: &[u8]) {
    if let Ok(text) = std::str::from_utf8(data) {
        check_codes(text);
    }
    let Some(problem) = round_trip::<Problem>(data) else {
        return;
    };
    let written = json!(problem);
    assert_eq!(written["code"], problem.code.as_str());
    assert_eq!(written.get("errors").is_none(), problem.errors.is_empty());
    for (error, written) in problem.errors.iter().zip(each(&written["errors"])) {
        assert_eq!(written["code"], error.code.as_str());
    }
}

/// A word is a code where the list of codes has it, and nowhere else.
fn check_codes(text: &str) {
    let word = Value::from(text);
    let read: Option<ProblemCode> = serde_json::from_value(word.clone()).ok();
    let mut all = ProblemCode::ALL.iter().copied();
    assert_eq!(read, all.find(|code| code.as_str() == text));
    let read: Option<FieldCode> = serde_json::from_value(word).ok();
    let mut all = FieldCode::ALL.iter().copied();
    assert_eq!(read, all.find(|code| code.as_str() == text));
}

fn each(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}
