//! wasm-bindgen-test: the widget's tests inside a real browser.

use std::fs;

use crate::build::wasm_path;
use crate::command::Program;
use crate::failure::Failure;
use crate::repo::Repo;
use crate::tools;

/// Every file in `tests/` that says that it runs in a browser.
pub(crate) fn run(repo: &Repo) -> Result<(), Failure> {
    let names = browser_tests(repo)?;
    if names.is_empty() {
        return Err(Failure::missing(
            "a test for the browser",
            "tests/*.rs with #[wasm_bindgen_test].",
        ));
    }
    let rust = tools::wasm_rust()?;
    let program = Program::new("cargo", "the tests inside the browser")
        .args([
            "test",
            "--package",
            "kassa",
            "--target",
            "wasm32-unknown-unknown",
        ])
        .args(["--features", "browser,ssr"])
        .args(names.iter().flat_map(|name| ["--test", name.as_str()]))
        .dir(repo.root())
        .env("PATH", wasm_path(repo, &rust)?)
        .env("CARGO_TARGET_DIR", repo.wasm_target())
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            "wasm-bindgen-test-runner",
        )
        .env("CHROMEDRIVER", tools::browser()?.driver)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    rust.apply(program).run()
}

fn browser_tests(repo: &Repo) -> Result<Vec<String>, Failure> {
    let told = |source| Failure::io("read the folder of tests", source);
    let entries = fs::read_dir(repo.path("tests")).map_err(told)?.flatten();
    let mut names: Vec<String> = entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .filter(|path| {
            fs::read_to_string(path).is_ok_and(|text| text.contains("wasm_bindgen_test"))
        })
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect();
    names.sort();
    Ok(names)
}
