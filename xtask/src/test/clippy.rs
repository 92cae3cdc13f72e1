//! clippy, on this machine's code and on the browser's.

use crate::build::wasm_path;
use crate::command::Program;
use crate::failure::Failure;
use crate::repo::Repo;
use crate::tools;

/// Everything that is built for this machine.
pub(crate) fn run(repo: &Repo) -> Result<(), Failure> {
    Program::new("cargo", "clippy")
        .remedy("rustup component add clippy")
        .args([
            "clippy",
            "--quiet",
            "--workspace",
            "--all-targets",
            "--features",
            "kassa/journeys",
            "--",
            "-D",
            "warnings",
        ])
        .dir(repo.root())
        .run()
}

/// The widget as it is built for the browser. Not every Rust for the browser brings clippy, so it
/// is the compiler's own warnings that are judged; clippy has seen all but a few lines above.
pub(crate) fn browser(repo: &Repo) -> Result<(), Failure> {
    let rust = tools::wasm_rust()?;
    let program = Program::new("cargo", "checking the widget's code for the browser")
        .args([
            "rustc",
            "--quiet",
            "--package",
            "kassa",
            "--bin",
            "kassa",
            "--features",
            "split",
        ])
        .args([
            "--target",
            "wasm32-unknown-unknown",
            "--profile",
            "dev",
            "--",
            "-D",
            "warnings",
        ])
        .dir(repo.root())
        .env("PATH", wasm_path(repo, &rust)?)
        .env("CARGO_TARGET_DIR", repo.wasm_target());
    rust.apply(program).run()
}
