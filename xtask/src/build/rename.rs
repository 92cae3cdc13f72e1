//! A second look at the `.wasm`, and short names between it and its glue.
//!
//! Rebuilding the control flow from scratch finds another kilobyte that Trunk's one pass leaves.
//!
//! wasm-bindgen gives each of the hundred and fifty functions that they share a long name with a
//! hash in it, which no compression shrinks: five kilobytes that nobody reads. wasm-opt renames
//! them in the `.wasm` and says how; here the glue follows.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use crate::command::Program;
use crate::failure::Failure;
use crate::repo::Repo;
use crate::tools;

/// The features that Trunk's wasm-opt was given too. `--all-features` would write what browsers
/// refuse.
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
/// kilobyte of memory, which is the far end of the stack.
const PASSES: [&str; 7] = [
    "--low-memory-unused",
    "--strip-producers",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--minify-imports-and-exports-and-modules",
];

/// What wasm-opt calls the one module that everything is then imported from.
const MODULE: &str = "a";

/// What was renamed: module, name and new name of each import; name and new name of each export.
#[derive(Deserialize)]
struct Renamed {
    imports: Vec<(String, String, String)>,
    exports: Vec<(String, String)>,
}

/// Shortens the names in a `.wasm` and in its glue, where they lie.
pub(crate) fn rename(repo: &Repo, wasm: &Path, glue: &Path) -> Result<(), Failure> {
    let said = Program::new(tools::wasm_opt(repo)?.join("wasm-opt"), "shortening names")
        .args(FEATURES)
        .args(PASSES)
        .args([wasm.as_os_str(), "-o".as_ref(), wasm.as_os_str()])
        .output()?;
    let renamed: Renamed = serde_json::from_str(&said)
        .map_err(|_| Failure::missing("wasm-opt's list of new names", "Is this binaryen 132?"))?;
    let told = |source| Failure::io(format!("rewrite {}", glue.display()), source);
    let text = fs::read_to_string(glue).map_err(told)?;
    fs::write(glue, renamed_glue(&text, &renamed)).map_err(told)
}

fn renamed_glue(text: &str, renamed: &Renamed) -> String {
    let imports: BTreeMap<_, _> = (renamed.imports.iter())
        .map(|(_, old, new)| (old.as_str(), new.as_str()))
        .collect();
    let exports: BTreeMap<_, _> = (renamed.exports.iter())
        .map(|(old, new)| (old.as_str(), new.as_str()))
        .collect();
    let mut written = String::with_capacity(text.len());
    for (word, after) in words(text) {
        let new = if written.ends_with("wasm.") {
            exports.get(word)
        } else if after.starts_with(':') {
            imports.get(word)
        } else {
            None
        };
        written.push_str(new.copied().unwrap_or(word));
    }
    let modules: BTreeMap<_, _> = (renamed.imports.iter())
        .map(|(module, _, _)| (format!("\"{module}\":"), format!("\"{MODULE}\":")))
        .collect();
    modules
        .iter()
        .fold(written, |text, (old, new)| text.replace(old, new))
}

/// The text in pieces, each a whole name or what is between two, with what comes after it.
fn words(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let in_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = rest
            .find(|c| in_name(c) != in_name(first))
            .unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        rest = after;
        Some((word, after))
    })
}

#[cfg(test)]
mod tests {
    use super::{Renamed, renamed_glue};

    #[test]
    fn the_glue_follows_and_nothing_else_is_touched() {
        let renamed = Renamed {
            imports: vec![("./kassa_bg.js".into(), "__wbg_new_1f".into(), "$".into())],
            exports: vec![("main".into(), "b".into()), ("memory".into(), "c".into())],
        };
        let glue = "{ __wbg_new_1f: function() { return __wbg_new_1f2(wasm.memory.buffer); } };\n\
                    { \"./kassa_bg.js\": import0 }; const main = wasm.main; memory";
        let expected = "{ $: function() { return __wbg_new_1f2(wasm.c.buffer); } };\n\
                        { \"a\": import0 }; const main = wasm.b; memory";
        assert_eq!(renamed_glue(glue, &renamed), expected);
    }
}
