//! How a task speaks: progress to standard error, results to standard output, so that a script
//! can read the one and a person sees both.

use std::io::{self, Write};
use std::time::Duration;

use crate::failure::Failure;

/// A line of progress.
pub(crate) fn line(text: &str) {
    eprintln!("{text}");
}

/// The beginning of a step.
pub(crate) fn heading(text: &str) {
    eprintln!("\n== {text}");
}

/// The end of a step that went well.
pub(crate) fn done(text: &str, took: Duration) {
    eprintln!("== {text}: ok, {:.1} s", took.as_secs_f64());
}

/// Why a task ended badly, with its causes.
pub(crate) fn failure(failure: &Failure) {
    eprintln!("\nerror: {failure}");
    let mut cause = std::error::Error::source(failure);
    while let Some(reason) = cause {
        eprintln!("  because: {reason}");
        cause = reason.source();
    }
}

/// A result, for a script or a person to read.
pub(crate) fn result(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    writeln!(out, "{text}")
        .and_then(|()| out.flush())
        .map_err(|source| Failure::io("write to standard output", source))
}
