//! A test's name is a sentence about the customer; that it is a test is known.

use super::{Finding, SourceFile, Tree};

/// No test is called `test_…`.
pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    tree.ending(&["rs"]).flat_map(prefixed).collect()
}

fn prefixed(file: &SourceFile) -> impl Iterator<Item = Finding> {
    let bad = file
        .code_lines()
        .filter(|(_, line)| line.contains("fn test_"));
    bad.map(|(index, _)| Finding::of_line(&file.path, index, "a test is named by what it says"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_called_a_test_is_found() {
        let tree = Tree::of(&[("src/a.rs", "#[test]\nfn test_a() {}\n")]);
        assert_eq!(check(&tree).len(), 1);
    }
}
