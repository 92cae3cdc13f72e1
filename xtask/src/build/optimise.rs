//! The `.wasm` made small, with short names between it and its glue.
//!
//! Rebuilding the control flow from scratch finds a kilobyte that one pass over it leaves.

use std::fs;
use std::path::Path;

use super::parts::{self, Wrong};
use super::rename::{Renamed, renamed_glue};
use crate::command::Program;
use crate::failure::Failure;
use crate::repo::Repo;
use crate::tools;

/// What browsers understand. `--all-features` would write what they refuse.
const FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-call-indirect-overlong",
];

/// Found by trying: each makes what payers fetch smaller. Nothing of ours lies in the first
/// kilobyte of memory, which is the far end of the stack. Like functions stand beside like.
const FIRST_PASSES: [&str; 9] = [
    "--low-memory-unused",
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--one-caller-inline-max-function-size=100",
    "--reorder-functions-by-name",
    "-Oz",
];

/// The same once more, at the end of which names are short.
const PASSES: [&str; 7] = [
    "--low-memory-unused",
    "--strip-producers",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--minify-imports-and-exports-and-modules",
];

/// Makes a `.wasm` small where it lies, and lets its glue follow. Says what was renamed.
pub(crate) fn optimise(repo: &Repo, wasm: &Path, glue: &Path) -> Result<Renamed, Failure> {
    prepare(wasm)?;
    run(repo, &FIRST_PASSES, wasm)?;
    let said = run(repo, &PASSES, wasm)?;
    let renamed: Renamed = serde_json::from_str(&said)
        .map_err(|_| Failure::missing("wasm-opt's list of new names", "Is this binaryen 132?"))?;
    let told = |source| Failure::io(format!("rewrite {}", glue.display()), source);
    let text = fs::read_to_string(glue).map_err(told)?;
    fs::write(glue, renamed_glue(&text, &renamed)).map_err(told)?;
    Ok(renamed)
}

fn run(repo: &Repo, passes: &[&str], wasm: &Path) -> Result<String, Failure> {
    Program::new(
        tools::wasm_opt(repo)?.join("wasm-opt"),
        "making the .wasm small",
    )
    .args(FEATURES)
    .args(passes)
    .args([wasm.as_os_str(), "-o".as_ref(), wasm.as_os_str()])
    .output()
}

fn prepare(wasm: &Path) -> Result<(), Failure> {
    let told = |source| Failure::io(format!("rewrite {}", wasm.display()), source);
    let wrong = |wrong: Wrong| Failure::Unexpected {
        path: wasm.to_owned(),
        expected: wrong.to_string(),
    };
    let bytes = fs::read(wasm).map_err(told)?;
    fs::write(wasm, parts::prepare(&bytes).map_err(wrong)?).map_err(told)
}
