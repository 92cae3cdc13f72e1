//! How a task ends badly: always with what happened and, where there is one, what to do about it.

use std::io;
use std::path::PathBuf;

/// Why a task could not be finished.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// A program is not there or may not be run.
    #[error("{program} could not be started. {remedy}")]
    Start {
        /// Which.
        program: String,
        /// What to do about it.
        remedy: String,
        /// The system's reason.
        source: io::Error,
    },
    /// A program said no.
    #[error("{what} failed with {status}.")]
    Exit {
        /// What was being done.
        what: String,
        /// How it ended.
        status: String,
    },
    /// A program did not end in its time.
    #[error("{what} was given up after {seconds} s.")]
    Late {
        /// What was being done.
        what: String,
        /// How long it was waited for.
        seconds: u64,
    },
    /// Something that a task needs cannot be had.
    #[error("{what} is needed and cannot be had here. {remedy}")]
    Missing {
        /// What.
        what: String,
        /// What to do about it.
        remedy: String,
    },
    /// The file system refused.
    #[error("cannot {doing}.")]
    Io {
        /// What was being done.
        doing: String,
        /// The system's reason.
        source: io::Error,
    },
    /// A file of ours does not say what it should.
    #[error("{path}: {expected}", path = path.display())]
    Unexpected {
        /// Which file.
        path: PathBuf,
        /// What it should say.
        expected: String,
    },
    /// A process that a task started did not answer, or not as agreed.
    #[error("{who} did not answer as agreed: {expected}.")]
    Answer {
        /// Which.
        who: String,
        /// What was agreed.
        expected: String,
    },
    /// A request found nobody.
    #[error("a request failed")]
    Request(#[from] reqwest::Error),
    /// The browser refused.
    #[error("the browser failed")]
    Browser(#[from] thirtyfour::error::WebDriverError),
    /// The database that a task works on refused.
    #[error("the database failed")]
    Database(#[from] sqlx::Error),
    /// A rule of the house is broken; each was printed.
    #[error("{count} rules of the house are broken.")]
    Untidy {
        /// How many.
        count: usize,
    },
    /// A figure is over its bound; each was printed.
    #[error("{count} figures are over their bounds.")]
    OverBound {
        /// How many.
        count: usize,
    },
    /// Promises were broken in the chaos; each was printed.
    #[error("{broken} promises were broken. Once more: cargo xtask chaos --seed {seed}")]
    Chaos {
        /// How many.
        broken: usize,
        /// What everything was drawn from.
        seed: u64,
    },
    /// There is no such step.
    #[error("there is no step {name}. The steps are: {known}.")]
    UnknownStep {
        /// What was asked for.
        name: String,
        /// What there is.
        known: String,
    },
    /// There is no such fuzz target.
    #[error("there is no fuzz target {name}. The targets are: {known}.")]
    UnknownTarget {
        /// What was asked for.
        name: String,
        /// What there is.
        known: String,
    },
}

impl Failure {
    /// The file system refused while `doing`.
    pub(crate) fn io(doing: impl Into<String>, source: io::Error) -> Self {
        Self::Io {
            doing: doing.into(),
            source,
        }
    }

    /// `what` is needed; `remedy` says how to get it.
    pub(crate) fn missing(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self::Missing {
            what: what.into(),
            remedy: remedy.into(),
        }
    }

    /// `who` did not do what was `expected`.
    pub(crate) fn answer(who: impl Into<String>, expected: impl Into<String>) -> Self {
        Self::Answer {
            who: who.into(),
            expected: expected.into(),
        }
    }
}
