//! What can be chosen.

/// Feeds readers with what nobody thought of.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Only this target; all of them if nothing is said. May be given several times.
    #[arg(long)]
    pub(crate) target: Vec<String>,
    /// How long each target runs, in seconds.
    #[arg(long, default_value_t = 60)]
    pub(crate) seconds: u32,
}
