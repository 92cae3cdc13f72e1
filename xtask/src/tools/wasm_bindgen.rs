//! wasm-bindgen: writes the JavaScript around the `.wasm`, and runs tests in browsers.

use std::fs;
use std::path::PathBuf;

use super::cargo_install::{CargoTool, Versions};
use crate::failure::Failure;
use crate::repo::Repo;

/// The folder that `wasm-bindgen` and `wasm-bindgen-test-runner` are in. They refuse what another
/// version of the library made, so the version is the one in Cargo.lock.
pub(crate) fn wasm_bindgen(repo: &Repo) -> Result<PathBuf, Failure> {
    let tool = CargoTool {
        package: "wasm-bindgen-cli",
        version: locked_version(repo)?,
        // One of its locked dependencies was withdrawn from the registry.
        versions: Versions::Newest,
        program: "wasm-bindgen-test-runner",
        why: "it connects the widget to the browser and runs the tests there",
    };
    tool.ensure(repo)
}

fn locked_version(repo: &Repo) -> Result<String, Failure> {
    let path = repo.path("Cargo.lock");
    let lock =
        fs::read_to_string(&path).map_err(|source| Failure::io("read Cargo.lock", source))?;
    version_in(&lock, "wasm-bindgen")
        .map(str::to_owned)
        .ok_or_else(|| Failure::Unexpected {
            path,
            expected: "it should name a version of wasm-bindgen".to_owned(),
        })
}

fn version_in<'lock>(lock: &'lock str, package: &str) -> Option<&'lock str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines
        .nth(1)?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_that_of_the_very_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.80\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(version_in(lock, "wasm"), None);
    }
}
