//! What can be asked of the load test.

/// What can be asked of the load test.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// How many seconds each rate is measured for.
    #[arg(long, default_value_t = 5)]
    pub(crate) seconds: u64,
    /// How often each pair is measured; the median counts.
    #[arg(long, default_value_t = 3)]
    pub(crate) rounds: usize,
}
