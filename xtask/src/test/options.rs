//! What can be asked of the tests.

/// What can be asked of the tests.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Only this step; may be given several times.
    #[arg(long, value_name = "STEP")]
    pub(crate) only: Vec<String>,
}
