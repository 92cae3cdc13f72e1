//! What is committed works on every machine.

use super::{Finding, SourceFile, Tree};

const FORBIDDEN: [&str; 4] = ["/home/", "/root/", "/work/", "/Users/"];

/// No text names a folder of somebody's machine.
pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    let endings = [
        "rs", "js", "ts", "css", "html", "sql", "toml", "json", "md", "yml", "yaml", "sh", "snap",
    ];
    tree.ending(&endings).flat_map(paths).collect()
}

fn paths(file: &SourceFile) -> impl Iterator<Item = Finding> {
    file.text.lines().enumerate().filter_map(|(index, line)| {
        let bad = FORBIDDEN.iter().find(|path| begins_a_path(line, path))?;
        Some(Finding::of_line(
            &file.path,
            index,
            format!("`{bad}` is a folder of one machine"),
        ))
    })
}

/// `https://example.com/work/` is an address, not a folder.
fn begins_a_path(line: &str, path: &str) -> bool {
    line.match_indices(path).any(|(at, _)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        before.is_none_or(|sign| !sign.is_alphanumeric() && !"}_-.".contains(sign))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_of_one_machine_is_found_and_an_address_is_none() {
        let tree = Tree::of(&[
            ("a.toml", "tools = \"/home/ana/tools\"\n"),
            ("b.md", "https://example.com/work/a\n"),
        ]);
        assert_eq!(check(&tree).len(), 1);
    }
}
