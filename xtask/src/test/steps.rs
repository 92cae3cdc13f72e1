//! The steps, quickest and most telling first.

use super::{
    browser, chaos, clippy, dependencies, documentation, embed, format, host, journeys,
    random_requests,
};
use crate::failure::Failure;
use crate::repo::Repo;
use crate::{build, package, sizes, tidy, tools};

/// One step.
pub(crate) struct Step {
    /// What `--only` calls it.
    pub(crate) name: &'static str,
    /// What it shows.
    pub(crate) heading: &'static str,
    /// Does it.
    pub(crate) run: fn(&Repo) -> Result<(), Failure>,
}

const fn step(
    name: &'static str,
    heading: &'static str,
    run: fn(&Repo) -> Result<(), Failure>,
) -> Step {
    Step { name, heading, run }
}

/// In the order in which they run.
pub(crate) const STEPS: [Step; 16] = [
    step(
        "tools",
        "everything that is needed is here",
        tools::ensure_all,
    ),
    step(
        "format",
        "the code is written as rustfmt writes it",
        format::run,
    ),
    step("tidy", "the rules of the house are kept", tidy::run),
    step("clippy", "clippy has nothing to say", clippy::run),
    step(
        "dependencies",
        "licences, sources and duplicates of what we depend on",
        dependencies::run,
    ),
    step(
        "documentation",
        "the documentation builds without a warning",
        documentation::run,
    ),
    step("host", "the tests that need no browser", host::run),
    step(
        "random-requests",
        "requests drawn from the API's own description",
        random_requests::run,
    ),
    step(
        "chaos",
        "payments while everything fails, on both stores",
        chaos::run,
    ),
    step("widget", "the widget builds for the browser", |repo| {
        build::widget(repo).map(drop)
    }),
    step(
        "clippy-browser",
        "the widget's code for the browser has no warning",
        clippy::browser,
    ),
    step("sizes", "nothing is bigger than it may be", sizes::run),
    step(
        "browser",
        "the widget's tests inside a real browser",
        browser::run,
    ),
    step(
        "embed",
        "the npm package installs, and its examples compile",
        embed::run,
    ),
    step(
        "journeys",
        "payers' journeys in Chromium and in Firefox, with a real server",
        journeys::run,
    ),
    step(
        "package",
        "the Debian package installs, serves and is purged without a trace",
        package::tried,
    ),
];
