//! What can be asked of the bench.

use clap::ValueEnum;

/// A part of the bench.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// Sizes, and the time until a payer can type.
    Pages,
    /// The time from a key to the screen.
    Keys,
    /// What half an hour of use leaves behind.
    Memory,
}

/// What can be asked of the bench.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// How often each page is loaded, after one round that only counts what is sent.
    #[arg(long, default_value_t = 10)]
    pub(crate) rounds: usize,
    /// How many keys are pressed in each field, twice: as soon as frames come, and at sixty a second.
    #[arg(long, default_value_t = 300)]
    pub(crate) keys: usize,
    /// For how long a payer uses the page; without it they do as much as in half an hour, as
    /// quickly as the browser takes it.
    #[arg(long)]
    pub(crate) minutes: Option<u64>,
    /// Only this part, printed and not written. May be given several times.
    #[arg(long)]
    pub(crate) only: Vec<Part>,
}

impl Options {
    /// Whether a part is asked for.
    pub(crate) fn wants(&self, part: Part) -> bool {
        self.only.is_empty() || self.only.contains(&part)
    }

    /// Whether nothing is left out, so that the results are whole.
    pub(crate) fn wants_everything(&self) -> bool {
        self.only.is_empty()
    }
}
