//! Debian's Rust: newer than Debian itself, packaged with the standard library's source for the
//! sake of its browsers. Lives beside rustup's.

use std::fs;
use std::path::{Path, PathBuf};

use super::apt;
use super::wasm_rust::{Std, WasmRust};
use crate::command::Program;
use crate::failure::Failure;

const PROGRAMS: &str = "/usr/bin";
const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm"];
const WHY: &str = "the widget is built for the browser with its own standard library";

/// Debian's Rust, where all of it is there.
pub(crate) fn with_source() -> Option<WasmRust> {
    if !apt::available() || !PACKAGES.iter().all(|package| apt::installed(package)) {
        return None;
    }
    let rustc = Path::new(PROGRAMS).join("rustc");
    let version = Program::new(rustc, "asking for the compiler's version")
        .args(["--version"])
        .env_remove("LD_LIBRARY_PATH")
        .output()
        .ok()?;
    Some(WasmRust {
        description: format!("Debian's {}, standard library from source", version.trim()),
        std: Std::FromSource,
        programs: Some(PathBuf::from(PROGRAMS)),
        linker: Some(newest_linker()?),
    })
}

/// The same after installing what is missing.
pub(crate) fn install() -> Result<WasmRust, Failure> {
    apt::install(&PACKAGES, WHY)?;
    if newest_linker().is_none() {
        apt::install(&[newest_linker_package()?.as_str()], "it links the widget")?;
    }
    with_source().ok_or_else(|| {
        Failure::missing(
            "a Rust that can build for the browser",
            "rustup component add rust-src, or Debian's rustc-web, cargo-web, rust-web-src and lld.",
        )
    })
}

/// Its number moves with Debian's security updates.
fn newest_linker() -> Option<String> {
    let names = fs::read_dir(PROGRAMS).ok()?.flatten();
    let names: Vec<String> = names
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    newest(&names, "wasm-ld-")
}

fn newest_linker_package() -> Result<String, Failure> {
    newest(&apt::search("lld-")?, "lld-").ok_or_else(|| {
        Failure::missing(
            "LLVM's linker (a package named lld-NN)",
            "See that apt's sources have it.",
        )
    })
}

/// The name with the highest number after the prefix.
fn newest(names: &[String], prefix: &str) -> Option<String> {
    let number = |name: &String| name.strip_prefix(prefix)?.parse::<u32>().ok();
    names
        .iter()
        .filter(|name| number(name).is_some())
        .max_by_key(|name| number(name))
        .cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_linker_is_the_newest_by_number_not_by_spelling() {
        let names = ["lld-9", "lld-22", "lld-13", "lld-22-dev", "lld"].map(str::to_owned);
        assert_eq!(newest(&names, "lld-").as_deref(), Some("lld-22"));
        assert_eq!(newest(&names[3..], "lld-"), None);
    }
}
