//! What can be asked of the demonstration.

/// What can be asked of the demonstration.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Print one line of JSON for a script, on free ports, and serve until SIGTERM.
    #[arg(long)]
    pub(crate) json: bool,
}
