//! Rooms that decide must not be able to do anything.

use super::{Finding, SourceFile, Tree};

const ROOMS: [&str; 2] = ["src/checkout/", "crates/kassa-server/src/domain/"];

/// The browser, the clock, dice, the network, the database, the page.
const FORBIDDEN: [&str; 16] = [
    "web_sys",
    "js_sys",
    "gloo",
    "wasm_bindgen",
    "yew::",
    "std::time",
    "std::env",
    "std::fs",
    "std::net",
    "SystemTime",
    "Instant::now",
    "rand::",
    "tokio",
    "sqlx",
    "axum",
    "reqwest",
];

/// No pure room mentions what would let it act.
pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    tree.ending(&["rs"])
        .filter(|file| ROOMS.iter().any(|room| file.path.starts_with(room)))
        .flat_map(impurities)
        .collect()
}

fn impurities(file: &SourceFile) -> impl Iterator<Item = Finding> {
    file.code_lines().filter_map(|(index, line)| {
        let bad = FORBIDDEN.iter().find(|word| mentions(line, word))?;
        Some(Finding::of_line(
            &file.path,
            index,
            format!("`{bad}` in a room that must stay pure"),
        ))
    })
}

/// As a word of its own: `brand::` is not `rand::`.
fn mentions(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        before.is_none_or(|sign| !sign.is_alphanumeric() && sign != '_')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pure_room_that_reads_the_clock_is_found() {
        let tree = Tree::of(&[
            (
                "src/checkout/step.rs",
                "// gloo is elsewhere\nuse std::time::Instant;\n",
            ),
            ("src/checkout/card.rs", "use crate::brand::Brand;\n"),
            ("src/shell/timer.rs", "use std::time::Instant;\n"),
        ]);
        assert_eq!(check(&tree).len(), 1);
    }
}
