//! The widget: Trunk, wasm-bindgen, wasm-opt, a pair of scissors, esbuild, brotli.

use std::fs;
use std::path::{Path, PathBuf};

use super::content::name_by_content;
use super::inline::shrink_inline_scripts;
use super::minify::{bundle, scripts_in};
use super::optimise::optimise;
use super::two::in_two;
use super::{brotli_beside, fingerprint, wasm_path};
use crate::command::Program;
use crate::failure::Failure;
use crate::repo::Repo;
use crate::say;
use crate::tools::{self, WasmRust};

/// The folder that the built widget is in. Builds it only where something changed.
pub(crate) fn widget(repo: &Repo) -> Result<PathBuf, Failure> {
    let rust = tools::wasm_rust()?;
    let fingerprint = fingerprint::fingerprint(repo, &rust.description)?;
    if is_built(repo, &fingerprint) {
        return Ok(repo.dist());
    }
    say::line("Building the widget.");
    // An interrupted build must not be taken for a finished one.
    drop(fs::remove_file(marker(repo)));
    trunk(repo, &rust)?;
    shrink(repo)?;
    brotli_beside(&repo.dist())?;
    fs::write(marker(repo), fingerprint)
        .map_err(|source| Failure::io("remember what was built", source))?;
    Ok(repo.dist())
}

/// The glue and the page where they lie, and the host half beside them.
fn shrink(repo: &Repo) -> Result<(), Failure> {
    shrink_inline_scripts(repo)?;
    for script in scripts_in(&repo.dist())? {
        if let Some(wasm) = wasm_of(&script) {
            let renamed = optimise(repo, &wasm, &script)?;
            in_two(repo, &wasm, &script, &renamed)?;
        }
        // With what is written in JavaScript by hand, which Trunk puts beside it.
        bundle(repo, &script, &script)?;
    }
    drop(fs::remove_dir_all(repo.dist().join("snippets")));
    name_by_content(&repo.dist())?;
    let (source, host_half) = (repo.path("embed/kassa.js"), repo.dist().join("kassa.js"));
    bundle(repo, &source, &host_half)?;
    bring_released(repo)
}

/// The host halves of earlier versions, byte for byte: pages that name their hash still run them.
fn bring_released(repo: &Repo) -> Result<(), Failure> {
    for script in fingerprint::files_under(&repo.path("embed/released"))? {
        let name = script.file_name().unwrap_or_default();
        fs::copy(&script, repo.dist().join(name))
            .map_err(|source| Failure::io(format!("copy {}", script.display()), source))?;
    }
    Ok(())
}

/// The `.wasm` that a script is the glue of: `kassa-1a2b.js` and `kassa-1a2b_bg.wasm`.
fn wasm_of(script: &Path) -> Option<PathBuf> {
    let name = script.file_stem()?.to_str()?;
    let wasm = script.with_file_name(format!("{name}_bg.wasm"));
    wasm.is_file().then_some(wasm)
}

fn trunk(repo: &Repo, rust: &WasmRust) -> Result<(), Failure> {
    let trunk = tools::trunk(repo)?.join("trunk");
    let program = Program::new(trunk, "building the widget")
        .args(["build", "--release"])
        .dir(repo.root())
        .env("PATH", wasm_path(repo, rust)?)
        .env("CARGO_TARGET_DIR", repo.wasm_target())
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
            [rust.release_flags(), "-Clink-arg=--emit-relocs"].join(" "),
        )
        // Trunk reads its value as a word of its own and refuses `1`.
        .env_remove("NO_COLOR");
    rust.apply(program).run()
}

fn marker(repo: &Repo) -> PathBuf {
    repo.wasm_target().join("widget.fingerprint")
}

fn is_built(repo: &Repo, fingerprint: &str) -> bool {
    repo.dist().join("index.html").is_file()
        && fs::read_to_string(marker(repo)).is_ok_and(|built| built == fingerprint)
}
