//! Node.js and npm: what makes the widget small comes through them.

use super::apt;
use crate::command::in_path;
use crate::failure::Failure;

/// Finds or installs `node` and `npm`.
pub(crate) fn node() -> Result<(), Failure> {
    if in_path("node").is_some() && in_path("npm").is_some() {
        return Ok(());
    }
    apt::install(
        &["nodejs", "npm"],
        "wasm-opt and esbuild, which make the widget small, are npm packages",
    )
}
