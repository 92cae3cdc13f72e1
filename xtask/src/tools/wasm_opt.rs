//! wasm-opt: makes the widget small.

use std::fs;
use std::path::PathBuf;

use super::node::node;
use crate::command::Program;
use crate::failure::Failure;
use crate::repo::Repo;
use crate::say;

/// Older ones, such as Debian's, cannot parse what Rust emits now.
const VERSION: &str = "132.0.0";

/// The folder that `wasm-opt` is in.
pub(crate) fn wasm_opt(repo: &Repo) -> Result<PathBuf, Failure> {
    node()?;
    let folder = repo.tools().join("npm").join(format!("binaryen-{VERSION}"));
    let programs = folder.join("node_modules").join(".bin");
    if programs.join("wasm-opt").is_file() {
        return Ok(programs);
    }
    say::line(&format!(
        "Installing binaryen {VERSION} with npm: its wasm-opt makes the widget small."
    ));
    fs::create_dir_all(&folder)
        .map_err(|source| Failure::io(format!("make {}", folder.display()), source))?;
    Program::new("npm", "installing binaryen")
        .remedy("Install Node.js and npm.")
        .args([
            "install",
            "--no-audit",
            "--no-fund",
            "--no-save",
            "--ignore-scripts",
            "--prefix",
        ])
        .args([&folder])
        .args([format!("binaryen@{VERSION}")])
        .run()?;
    Ok(programs)
}
