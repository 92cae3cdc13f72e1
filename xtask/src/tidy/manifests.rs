//! Dependencies are chosen in one place, and each says what it is there for.

use super::{Finding, SourceFile, Tree};

/// Every crate takes the workspace's lints and the workspace's versions; every dependency of the
/// workspace has a comment that says what it is for.
pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    let manifests = tree
        .ending(&["toml"])
        .filter(|file| file.path.ends_with("Cargo.toml"));
    manifests
        .flat_map(|file| {
            unlinted(file)
                .into_iter()
                .chain(unexplained(file))
                .chain(unshared(file))
        })
        .collect()
}

fn unlinted(file: &SourceFile) -> Option<Finding> {
    let takes = file.text.contains("[lints]\nworkspace = true");
    (!takes).then(|| Finding::of_file(&file.path, "takes the lints of the workspace"))
}

fn unexplained(file: &SourceFile) -> Vec<Finding> {
    entries(file, |section| section == "[workspace.dependencies]")
        .filter(|(_, line)| !line.contains("path =") && !line.contains(" # "))
        .map(|(index, _)| Finding::of_line(&file.path, index, "a comment says what it is for"))
        .collect()
}

fn unshared(file: &SourceFile) -> Vec<Finding> {
    let own =
        |section: &str| section.ends_with("dependencies]") && !section.starts_with("[workspace");
    entries(file, own)
        .filter(|(_, line)| !line.replace(' ', "").contains("workspace=true"))
        .map(|(index, _)| {
            Finding::of_line(&file.path, index, "versions are chosen by the workspace")
        })
        .collect()
}

/// The lines with a `=` in the sections that are wanted.
fn entries(
    file: &SourceFile,
    wanted: impl Fn(&str) -> bool,
) -> impl Iterator<Item = (usize, &str)> {
    let mut inside = false;
    file.text.lines().enumerate().filter(move |(_, line)| {
        if line.starts_with('[') {
            inside = wanted(line.trim());
        }
        inside && line.contains('=') && line.starts_with(|sign: char| sign.is_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dependency_without_a_reason_is_found() {
        let text =
            "[workspace.dependencies]\na = \"1\" # for a\nb = \"1\"\n\n[lints]\nworkspace = true\n";
        let tree = Tree::of(&[("Cargo.toml", text)]);
        assert_eq!(
            check(&tree),
            [Finding::of_line(
                "Cargo.toml",
                2,
                "a comment says what it is for"
            )]
        );
    }

    #[test]
    fn a_crate_with_a_version_of_its_own_is_found() {
        let text = "[dependencies]\na.workspace = true\nb = \"1\"\n\n[lints]\nworkspace = true\n";
        assert_eq!(check(&Tree::of(&[("crates/a/Cargo.toml", text)])).len(), 1);
    }

    #[test]
    fn a_crate_without_lints_is_found() {
        assert_eq!(
            check(&Tree::of(&[("crates/a/Cargo.toml", "[package]\n")])).len(),
            1
        );
    }
}
