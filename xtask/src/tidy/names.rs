//! A name that promises nothing is where everything ends up.

use super::{Finding, Tree};

const FORBIDDEN: [&str; 8] = [
    "util", "utils", "helper", "helpers", "manager", "managers", "common", "misc",
];

/// No file and no folder is called `utils`, `helpers`, `manager`, `common` or `misc`.
pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    tree.files
        .iter()
        .filter_map(|file| {
            let bad = file
                .path
                .split(['/', '.', '_', '-'])
                .find(|part| FORBIDDEN.contains(part))?;
            let rule =
                format!("`{bad}` says nothing about what is in it: name it for what it does");
            Some(Finding::of_file(&file.path, rule))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_promises_nothing_is_found() {
        let tree = Tree::of(&[
            ("src/utils.rs", ""),
            ("src/session_manager.rs", ""),
            ("src/common/a.rs", ""),
            ("src/commonly.rs", ""),
        ]);
        assert_eq!(check(&tree).len(), 3);
    }
}
