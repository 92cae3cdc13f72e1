//! The Rust that builds for the browser.
//!
//! The widget is a quarter smaller with the standard library built from its source, so that is
//! looked for first: Debian's, where there is Debian, because it is newer and its widget smaller
//! by 4 kB; then rustup's. Only where neither can be had is the ready-made library used.

use std::path::PathBuf;
use std::sync::OnceLock;

use super::{wasm_rust_debian as debian, wasm_rust_rustup as rustup};
use crate::command::Program;
use crate::failure::Failure;
use crate::say;

/// Where the standard library comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Std {
    /// Built with the widget, for size.
    FromSource,
    /// As rustup delivers it.
    ReadyMade,
}

/// A way to build for the browser.
#[derive(Clone, Debug)]
pub(crate) struct WasmRust {
    /// Said once, and part of what the widget's build depends on.
    pub(crate) description: String,
    /// Where its standard library comes from.
    pub(crate) std: Std,
    /// A folder to look for cargo in before all others.
    pub(crate) programs: Option<PathBuf>,
    /// The linker, where it is not the compiler's own.
    pub(crate) linker: Option<String>,
}

/// Finds or installs a Rust that can build for the browser, and says which.
pub(crate) fn wasm_rust() -> Result<WasmRust, Failure> {
    static FOUND: OnceLock<WasmRust> = OnceLock::new();
    if let Some(found) = FOUND.get() {
        return Ok(found.clone());
    }
    let found = choose()?;
    say::line(&format!("Rust for the browser: {}.", found.description));
    Ok(FOUND.get_or_init(|| found).clone())
}

fn choose() -> Result<WasmRust, Failure> {
    let refused = match debian::with_source().map_or_else(debian::install, Ok) {
        Ok(found) => return Ok(found),
        Err(refused) => refused,
    };
    let from_rustup = rustup::with_source().or_else(rustup::fetch_source);
    from_rustup.or_else(rustup::ready_made).ok_or(refused)
}

impl WasmRust {
    /// Lets a program build for the browser this way. The environment that cargo gave this task
    /// names its own compiler: a child that uses another one must not see it.
    pub(crate) fn apply(&self, program: Program) -> Program {
        let program = match &self.programs {
            Some(_) => [
                "RUSTUP_TOOLCHAIN",
                "CARGO",
                "RUSTC",
                "RUSTDOC",
                "LD_LIBRARY_PATH",
            ]
            .into_iter()
            .fold(program, Program::env_remove),
            None => program,
        };
        let program = match &self.linker {
            Some(linker) => program.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker),
            None => program,
        };
        match self.std {
            Std::ReadyMade => program,
            Std::FromSource => program
                .env("RUSTC_BOOTSTRAP", "1")
                .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
                .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
        }
    }

    /// Compiler flags for what payers get: a panic stops at once, without the code to word it.
    pub(crate) fn release_flags(&self) -> &'static str {
        match self.std {
            Std::FromSource => "-Zunstable-options -Cpanic=immediate-abort",
            Std::ReadyMade => "",
        }
    }
}
