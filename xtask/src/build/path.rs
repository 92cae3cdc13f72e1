//! What `PATH` is for a build for the browser.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use crate::failure::Failure;
use crate::repo::Repo;
use crate::tools::{self, WasmRust};

/// Our tools first, then the Rust that builds for the browser, then what was there.
pub(crate) fn wasm_path(repo: &Repo, rust: &WasmRust) -> Result<OsString, Failure> {
    let mut folders: Vec<PathBuf> = vec![
        tools::trunk(repo)?,
        tools::wasm_bindgen(repo)?,
        tools::wasm_opt(repo)?,
    ];
    folders.extend(rust.programs.clone());
    if let Some(path) = env::var_os("PATH") {
        folders.extend(env::split_paths(&path));
    }
    env::join_paths(folders)
        .map_err(|_| Failure::missing("a usable PATH", "A folder in it has a colon in its name."))
}
