//! The Rust that runs this task, as rustup installs it.

use std::path::PathBuf;
use std::time::Duration;

use super::wasm_rust::{Std, WasmRust};
use crate::command::{Program, in_path};
use crate::say;

/// Where rustup's servers cannot be reached it waits for ever.
const PATIENCE: Duration = Duration::from_mins(2);

/// This Rust, where the standard library's source lies beside it.
pub(crate) fn with_source() -> Option<WasmRust> {
    sysroot()?
        .join("lib/rustlib/src/rust/library/std")
        .is_dir()
        .then(|| WasmRust {
            description: format!("{}, standard library from source", version()),
            std: Std::FromSource,
            programs: None,
            linker: None,
        })
}

/// The same after asking rustup for the source.
pub(crate) fn fetch_source() -> Option<WasmRust> {
    in_path("rustup")?;
    say::line(
        "Installing rust-src with rustup: the widget is smaller with its own standard library.",
    );
    let fetched = Program::new("rustup", "fetching rust-src")
        .args(["component", "add", "rust-src"])
        .run_within(PATIENCE);
    report(fetched.err())?;
    with_source()
}

/// This Rust with the library that rustup delivers.
pub(crate) fn ready_made() -> Option<WasmRust> {
    if !has_target()? {
        in_path("rustup")?;
        say::line(
            "Installing the target wasm32-unknown-unknown with rustup: the widget runs there.",
        );
        let fetched = Program::new("rustup", "fetching the target")
            .args(["target", "add", "wasm32-unknown-unknown"])
            .run_within(PATIENCE);
        report(fetched.err())?;
    }
    has_target()?.then(|| WasmRust {
        description: format!("{}, ready-made standard library", version()),
        std: Std::ReadyMade,
        programs: None,
        linker: None,
    })
}

fn report(failure: Option<crate::failure::Failure>) -> Option<()> {
    let Some(failure) = failure else {
        return Some(());
    };
    say::line(&format!(
        "That did not work, so another way is tried: {failure}"
    ));
    None
}

fn has_target() -> Option<bool> {
    Some(
        sysroot()?
            .join("lib/rustlib/wasm32-unknown-unknown/lib")
            .is_dir(),
    )
}

fn sysroot() -> Option<PathBuf> {
    let printed = Program::new("rustc", "asking for the compiler's folder")
        .args(["--print", "sysroot"])
        .output()
        .ok()?;
    Some(PathBuf::from(printed.trim()))
}

fn version() -> String {
    let printed = Program::new("rustc", "asking for the compiler's version")
        .args(["--version"])
        .output();
    printed.map_or_else(|_| "rustc".to_owned(), |text| text.trim().to_owned())
}
