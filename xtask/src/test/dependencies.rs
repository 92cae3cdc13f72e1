//! cargo-deny.

use crate::command::Program;
use crate::failure::Failure;
use crate::repo::Repo;
use crate::{say, tools};

/// Licences, sources and duplicates. Known vulnerabilities are looked up in a database that lives
/// elsewhere and changes by itself: a test that was green must not turn red overnight.
pub(crate) fn run(repo: &Repo) -> Result<(), Failure> {
    say::line(
        "Not among the tests, because it needs a database from outside: cargo deny check advisories.",
    );
    Program::new(tools::cargo_deny(repo)?.join("cargo-deny"), "cargo deny")
        .args([
            "--log-level",
            "error",
            "check",
            "bans",
            "licenses",
            "sources",
        ])
        .dir(repo.root())
        .run()
}
