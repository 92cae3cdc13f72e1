//! Only the embed protocol speaks to other windows, and always to one it names.

use super::{Finding, SourceFile, Tree};

const CALLS: [&str; 2] = ["postMessage", "post_message"];

/// The two halves of the protocol; whoever plays the merchant's page, or measures it.
const ALLOWED: [&str; 6] = [
    "src/bridge/",
    "embed/",
    "tests/",
    "demo/",
    "bench/",
    "xtask/",
];

/// Tests play strangers, who do not care whom they reach.
const STRANGERS: &str = "tests/";

/// `postMessage` only in the rooms of the protocol; `"*"` never its target.
pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    tree.ending(&["rs", "js", "ts", "html"])
        .flat_map(elsewhere_or_to_anyone)
        .collect()
}

fn elsewhere_or_to_anyone(file: &SourceFile) -> Vec<Finding> {
    let allowed = ALLOWED.iter().any(|room| file.path.starts_with(room));
    let calls = file
        .code_lines()
        .filter(|(_, line)| CALLS.iter().any(|call| line.contains(call)));
    calls
        .filter_map(|(index, _)| {
            let rule = if !allowed {
                "only src/bridge and embed speak to other windows"
            } else if !file.path.starts_with(STRANGERS) && speaks_to_anyone(&file.text, index) {
                "a message goes to one origin, never to \"*\""
            } else {
                return None;
            };
            Some(Finding::of_line(&file.path, index, rule))
        })
        .collect()
}

/// Whether `"*"` stands between the call on this line and the end of its statement.
fn speaks_to_anyone(text: &str, index: usize) -> bool {
    let rest: Vec<&str> = text.lines().skip(index).take(8).collect();
    let rest = rest.join("\n");
    let statement = rest
        .split_once(';')
        .map_or(rest.as_str(), |(statement, _)| statement);
    ["\"*\"", "'*'", "`*`"]
        .iter()
        .any(|anyone| statement.contains(anyone))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_to_anyone_is_found_even_over_several_lines() {
        let tree = Tree::of(&[
            (
                "embed/kassa.js",
                "frame.postMessage(\n  { kassa: 1 },\n  \"*\",\n);\n",
            ),
            (
                "embed/other.js",
                "frame.postMessage({ kassa: 1 }, origin);\nlet a = \"*\";\n",
            ),
        ]);
        assert_eq!(check(&tree).len(), 1);
    }

    #[test]
    fn a_room_that_has_no_business_with_windows_is_found() {
        let tree = Tree::of(&[("src/shell/a.rs", "parent.post_message(&it, &origin);\n")]);
        assert_eq!(check(&tree).len(), 1);
    }
}
