//! A file that nobody can hold in their head is two files.

use super::{Finding, Tree};

const MOST: usize = 400;

/// No file of code is longer than 400 lines.
pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    tree.ending(&["rs", "js", "ts", "css", "html", "sql"])
        .filter_map(|file| {
            let lines = file.text.lines().count();
            let rule = || format!("{lines} lines; {MOST} is the most, 250 asks a question");
            (lines > MOST).then(|| Finding::of_file(&file.path, rule()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_401_lines_is_too_long() {
        let long = "x\n".repeat(401);
        let tree = Tree::of(&[
            ("src/a.rs", &long),
            ("src/b.rs", &long[2..]),
            ("README.md", &long),
        ]);
        assert_eq!(check(&tree).len(), 1);
    }
}
