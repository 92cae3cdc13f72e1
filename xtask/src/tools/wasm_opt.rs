//! wasm-opt: makes the widget small.

use std::path::PathBuf;

use super::npm::NpmTool;
use crate::failure::Failure;
use crate::repo::Repo;

/// The folder that `wasm-opt` is in. Older ones, such as Debian's, cannot parse what Rust emits now.
pub(crate) fn wasm_opt(repo: &Repo) -> Result<PathBuf, Failure> {
    let tool = NpmTool {
        package: "binaryen",
        version: "132.0.0",
        shown_by: ".bin/wasm-opt",
        why: "its wasm-opt makes the widget small",
    };
    Ok(tool.ensure(repo)?.join(".bin"))
}
