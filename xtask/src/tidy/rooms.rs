//! A room opens with what it is for, and its door is not where the work is done.

use super::{Finding, SourceFile, Tree};

/// Every `mod.rs` and `lib.rs` opens with `//!`; no `mod.rs` has a function with a body.
pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    let doors = tree.ending(&["rs"]).filter(|file| is_door(&file.path));
    doors
        .flat_map(|file| silent(file).into_iter().chain(busy(file)))
        .collect()
}

fn is_door(path: &str) -> bool {
    path.ends_with("/mod.rs") || path.ends_with("/lib.rs")
}

fn silent(file: &SourceFile) -> Option<Finding> {
    let speaks = file.text.starts_with("//! ");
    (!speaks).then(|| Finding::of_file(&file.path, "opens with `//!`: what this room is for"))
}

fn busy(file: &SourceFile) -> Vec<Finding> {
    // What tests share is theirs.
    if !file.path.ends_with("/mod.rs") || file.path.split('/').any(|part| part == "tests") {
        return Vec::new();
    }
    let lines: Vec<(usize, &str)> = file.code_lines().collect();
    let declares = |line: &str| line.split_whitespace().any(|word| word == "fn");
    (0..lines.len())
        .filter_map(|at| lines.get(at..))
        .filter(|rest| rest.first().is_some_and(|(_, line)| declares(line)) && has_body(rest))
        .filter_map(|rest| rest.first())
        .map(|(index, _)| Finding::of_line(&file.path, *index, "no logic in a mod.rs"))
        .collect()
}

/// A declaration ends in `;`, a definition goes on with `{`: whichever comes first.
fn has_body(lines: &[(usize, &str)]) -> bool {
    let mut signs = lines.iter().flat_map(|(_, line)| line.chars());
    signs.find(|sign| *sign == '{' || *sign == ';') == Some('{')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_room_without_a_word_is_found() {
        let tree = Tree::of(&[
            ("src/a/mod.rs", "mod b;\n"),
            ("src/b/mod.rs", "//! For b.\n"),
        ]);
        assert_eq!(check(&tree).len(), 1);
    }

    #[test]
    fn work_at_the_door_is_found_and_a_trait_is_none() {
        let work = "//! A.\n\nfn work(\n    a: u8,\n) {\n}\n";
        let promise = "//! A.\n\npub trait A {\n    fn a(&self) -> u8;\n}\n";
        let tree = Tree::of(&[("src/a/mod.rs", work), ("src/b/mod.rs", promise)]);
        assert_eq!(
            check(&tree),
            [Finding::of_line("src/a/mod.rs", 2, "no logic in a mod.rs")]
        );
    }
}
