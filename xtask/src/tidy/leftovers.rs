//! What is unfinished is finished or written down as an issue; what is switched off is deleted.

use super::{Finding, SourceFile, Tree};

const FORBIDDEN: [&str; 5] = ["TODO", "FIXME", "todo!(", "unimplemented!(", "#[ignore"];

/// No `TODO`, no `FIXME`, no test that is switched off.
pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    tree.ending(&["rs", "js", "ts", "css", "html", "sql", "toml", "json", "sh"])
        .flat_map(leftovers)
        .collect()
}

fn leftovers(file: &SourceFile) -> impl Iterator<Item = Finding> {
    file.text.lines().enumerate().filter_map(|(index, line)| {
        let bad = FORBIDDEN.iter().find(|word| line.contains(*word))?;
        Some(Finding::of_line(
            &file.path,
            index,
            format!("`{bad}`: finish it or open an issue"),
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_that_is_switched_off_is_found() {
        let off = "#[test]\n#[ignore = \"flaky\"]\nfn a() {}\n";
        assert_eq!(check(&Tree::of(&[("src/a.rs", off)])).len(), 1);
    }
}
