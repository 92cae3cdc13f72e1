//! esbuild: makes our JavaScript small. Trunk's own minifier gives up on wasm-bindgen's glue.

use std::path::PathBuf;

use super::npm::NpmTool;
use crate::failure::Failure;
use crate::repo::Repo;

/// The folder that `esbuild` is in.
pub(crate) fn esbuild(repo: &Repo) -> Result<PathBuf, Failure> {
    let tool = NpmTool {
        package: "esbuild",
        version: "0.28.2",
        shown_by: ".bin/esbuild",
        why: "it makes the JavaScript that payers fetch small",
    };
    Ok(tool.ensure(repo)?.join(".bin"))
}
