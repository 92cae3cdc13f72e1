//! What the fuzz targets promise, on any Rust and in a few seconds: for the corpus, and for as many
//! mutations of it, the same ones each time.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod corpus;
mod mutate;
mod every_type;

use corpus::holds_for_all;
use kassa_fuzz::{check_import, check_money, check_problem, check_signature, check_wire};

#[test]
fn an_amount_is_read_exactly_or_not_at_all() {
    holds_for_all("money", 40_000, check_money);
}

#[test]
fn a_problem_is_written_as_it_was_read() {
    holds_for_all("problem", 20_000, check_problem);
}

#[test]
fn a_file_is_taken_whole_or_blamed_line_by_line() {
    holds_for_all("import", 10_000, check_import);
}

#[test]
fn a_signature_is_believed_where_it_is_the_one_that_was_made() {
    holds_for_all("signature", 4_000, check_signature);
}

#[test]
fn whatever_is_read_from_the_wire_is_written_so_that_it_is_read_again() {
    holds_for_all("wire", 6_000, check_wire);
}

#[test]
fn what_is_nested_deeper_than_any_stack_is_refused() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("{\"lines\":[", "]}")] {
        let deep = [open.repeat(100_000), "1".to_owned(), close.repeat(100_000)].concat();
        for check in [check_money, check_problem, check_import, check_wire] {
            check(deep.as_bytes());
            check(format!("{{\"amount\":{deep},\"currency\":\"EUR\"}}").as_bytes());
            check(format!("number,lines\n1,\"{}\"", deep.replace('"', "\"\"")).as_bytes());
        }
    }
}
