//! Short names between the `.wasm` and its glue.
//!
//! wasm-bindgen gives each of the hundred and fifty functions that they share a long name with a
//! hash in it, which no compression shrinks: five kilobytes that nobody reads. wasm-opt renames
//! them in the `.wasm` and says how; here the glue follows.

use std::collections::BTreeMap;

use serde::Deserialize;

/// What wasm-opt calls the one module that everything is then imported from.
const MODULE: &str = "a";

/// What was renamed: module, name and new name of each import; name and new name of each export.
#[derive(Deserialize)]
pub(crate) struct Renamed {
    imports: Vec<(String, String, String)>,
    exports: Vec<(String, String)>,
}

impl Renamed {
    /// What an export is called now.
    pub(crate) fn export(&self, old: &str) -> Option<&str> {
        let renamed = self.exports.iter().find(|(name, _)| name == old);
        renamed.map(|(_, new)| new.as_str())
    }
}

/// The glue with the new names.
pub(crate) fn renamed_glue(text: &str, renamed: &Renamed) -> String {
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
