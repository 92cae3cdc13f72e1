//! The widget reads problems by hand and with the browser's own parser; everybody else with serde.
//! On the fuzz targets' corpus, and on everything that is one byte from it, they agree.
#![cfg(target_arch = "wasm32")]

use kassa::api::from_text;
use kassa_wire::problem::Problem;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

macro_rules! corpus {
    ($($name:literal),* $(,)?) => {
        [$(include_bytes!(concat!("../fuzz/corpus/problem/", $name)).as_slice()),*]
    };
}

/// What is put in the place of a byte.
const STRANGE: [&[u8]; 6] = [b"", b"\0", b"\"", b"9", b"null", b"\\ud800"];

/// What serde reads of an object the widget reads as the same. The widget also reads what serde refuses, a code
/// that is not known yet among it; that too is a whole problem.
fn agrees(text: &[u8]) {
    let Ok(text) = std::str::from_utf8(text) else {
        return;
    };
    // A problem is an object (RFC 9457); serde would also take a list of its values.
    let is_object = serde_json::from_str::<serde_json::Value>(text).is_ok_and(|it| it.is_object());
    if !is_object {
        return;
    }
    let read = from_text::<Problem>(text);
    match serde_json::from_str::<Problem>(text) {
        Ok(problem) => assert_eq!(read, Some(problem), "{text}"),
        Err(_) => {
            if let Some(problem) = read {
                let written = serde_json::to_string(&problem).unwrap();
                assert_eq!(serde_json::from_str(&written).ok(), Some(problem), "{text}");
            }
        }
    }
}

#[wasm_bindgen_test]
fn the_widget_reads_a_problem_as_everybody_does() {
    let corpus = corpus!(
        "plain",
        "fields",
        "no_errors",
        "null_errors",
        "unknown_code",
        "unknown_field_code",
        "newer",
        "status_too_large",
        "status_negative",
        "status_fraction",
        "status_text",
        "nul",
        "reversed",
        "half_a_pair",
        "pair",
        "twice",
        "list",
        "deep",
        "empty",
    );
    for input in corpus {
        agrees(input);
        for at in 0..input.len() {
            for strange in STRANGE {
                agrees(&[&input[..at], strange, &input[at + 1..]].concat());
            }
        }
    }
}
