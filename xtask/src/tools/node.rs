//! Node.js and npm: wasm-opt comes through them.

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
        "wasm-opt, which makes the widget small, is an npm package",
    )
}
