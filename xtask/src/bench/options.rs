//! What can be asked of the bench.

/// What can be asked of the bench.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// How often each page is loaded, after one round that is thrown away.
    #[arg(long, default_value_t = 9)]
    pub(crate) rounds: usize,
}
