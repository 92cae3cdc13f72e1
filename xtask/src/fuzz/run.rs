//! One target after the other.

use std::fs;
use std::path::{Path, PathBuf};

use super::options::Options;
use super::targets::chosen;
use crate::command::Program;
use crate::failure::Failure;
use crate::repo::Repo;
use crate::{say, tools};

/// What to do where there is no nightly.
const REMEDY: &str = "cargo-fuzz builds with what only nightly has: rustup toolchain install \
                      nightly. Without it, the corpus and mutations of it are tried by: cargo test \
                      --package kassa-fuzz.";

/// What libFuzzer is told: no input is longer than this, none takes longer than so many seconds.
const LIMITS: [&str; 3] = ["-max_len=4096", "-timeout=10", "-print_final_stats=1"];

/// `cargo xtask fuzz`. Ends with the first target for which an input was found that breaks it.
pub(crate) fn run(repo: &Repo, options: &Options) -> Result<(), Failure> {
    let targets = chosen(repo, &options.target)?;
    look_for_nightly()?;
    let cargo_fuzz = tools::cargo_fuzz(repo)?.join("cargo-fuzz");
    take_versions(repo)?;
    for target in targets {
        say::heading(&format!("{target}: {} s", options.seconds));
        fuzz(repo, &cargo_fuzz, &target, options.seconds)?;
    }
    Ok(())
}

/// The same versions of everything as the programs that are shipped.
fn take_versions(repo: &Repo) -> Result<(), Failure> {
    fs::copy(repo.path("Cargo.lock"), repo.path("fuzz/Cargo.lock"))
        .map(drop)
        .map_err(|source| Failure::io("copy Cargo.lock into the folder fuzz", source))
}

fn fuzz(repo: &Repo, cargo_fuzz: &Path, target: &str, seconds: u32) -> Result<(), Failure> {
    let built = repo.target().join("fuzz");
    let found = found(&built, target)?;
    nightly(&format!("fuzzing {target}"))
        .args([cargo_fuzz.as_os_str()])
        .args(["run", "--fuzz-dir", "fuzz", "--target-dir"])
        .args([&built])
        // A release holds the widget, and is built anew where there is none. All of our code is
        // safe Rust: a sanitizer would take time and find nothing.
        .args(["--dev", "--sanitizer", "none", target])
        .args([found, repo.path("fuzz/corpus").join(target)])
        .args(["--"])
        .args(LIMITS)
        .args([format!("-max_total_time={seconds}")])
        .dir(repo.root())
        .run()
}

/// What libFuzzer finds interesting goes where things are built, and not to the corpus that we
/// keep.
fn found(built: &Path, target: &str) -> Result<PathBuf, Failure> {
    let found = built.join("corpus").join(target);
    fs::create_dir_all(&found)
        .map_err(|source| Failure::io(format!("make {}", found.display()), source))?;
    Ok(found)
}

fn look_for_nightly() -> Result<(), Failure> {
    let asked = nightly("asking for nightly").args(["rustc", "--version"]);
    let missing = |_| Failure::missing("the nightly toolchain of Rust", REMEDY);
    asked.output().map(drop).map_err(missing)
}

/// A program of the nightly toolchain. The environment that cargo gave this task names its own
/// compiler, which nightly's must not see.
fn nightly(what: &str) -> Program {
    let program = Program::new("rustup", what).remedy(REMEDY);
    [
        "RUSTUP_TOOLCHAIN",
        "CARGO",
        "RUSTC",
        "RUSTDOC",
        "LD_LIBRARY_PATH",
    ]
    .into_iter()
    .fold(program, Program::env_remove)
    .args(["run", "nightly"])
}
