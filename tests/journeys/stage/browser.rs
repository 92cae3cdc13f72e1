//! Which browser the journeys run in.

use std::env;
use std::io::{Write, stderr};

/// The browsers that we drive. `KASSA_BROWSER` chooses one: `chromium`, which is also what is run
/// when nothing is said, or `firefox`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Browser {
    /// Chromium, by chromedriver.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
}

impl Browser {
    /// The one that was asked for.
    pub(crate) fn wanted() -> Self {
        match env::var("KASSA_BROWSER").as_deref() {
            Ok("chromium") | Err(env::VarError::NotPresent) => Self::Chromium,
            Ok("firefox") => Self::Firefox,
            other => panic!("KASSA_BROWSER is chromium or firefox, not {other:?}"),
        }
    }
}

/// Whether a journey ends here because Firefox cannot play it; then the run says so, with why.
/// This is the only way in which a journey is Chromium's alone:
///
/// - those of `dead_program.rs`, because Firefox has no setting that leaves a program little memory;
/// - `a_checkout_that_is_moved_keeps_what_was_typed`, because Firefox loads a frame anew when the
///   element in whose shadow root it is moves, even by `moveBefore`.
pub(crate) fn is_chromiums_alone(why: &str) -> bool {
    match Browser::wanted() {
        Browser::Chromium => false,
        Browser::Firefox => {
            let journey = std::thread::current();
            let name = journey.name().unwrap_or("a journey");
            // Not `eprintln!`, which the tests' runner keeps to itself where nothing fails.
            writeln!(stderr(), "Chromium's alone: {name}: {why}.").expect("stderr takes a line");
            true
        }
    }
}
