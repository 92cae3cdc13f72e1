//! Taking the pictures.

use crate::failure::Failure;
use crate::repo::Repo;
use crate::{say, test, tools};

/// The test of the journeys that takes them.
const TAKES: &str = "takes_pictures::takes_a_picture_of_every_state";

/// `cargo xtask screens`.
pub(crate) fn run(repo: &Repo) -> Result<(), Failure> {
    tools::fonts()?;
    say::line("Taking a picture of every state, some hundreds in all, into docs/screens.");
    test::journeys_in_chromium(repo, "kassa/pictures")?
        .args(["--exact", TAKES])
        .run()
}
