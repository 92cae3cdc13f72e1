//! Links between documents lead somewhere.

use super::{Finding, SourceFile, Tree};

/// Every link of a Markdown file to a file or a folder of the repository leads to one. Pictures
/// are no texts, so the tree does not know them.
pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    let documents = tree.ending(&["md"]);
    documents.flat_map(|file| of_file(tree, file)).collect()
}

fn of_file<'a>(tree: &'a Tree, file: &'a SourceFile) -> impl Iterator<Item = Finding> + 'a {
    let lines = file.text.lines().enumerate();
    lines.flat_map(move |(index, line)| {
        let broken = targets(line).filter(move |target| !leads(tree, &file.path, target));
        broken.map(move |target| {
            let rule = format!("`{target}` leads nowhere");
            Finding::of_line(&file.path, index, rule)
        })
    })
}

/// What stands between `](` and `)`, without the place inside the document.
fn targets(line: &str) -> impl Iterator<Item = &str> {
    let links = line.split("](").skip(1);
    let inside = links.filter_map(|rest| rest.split_once(')').map(|(target, _)| target));
    let files = inside.map(|target| target.split('#').next().unwrap_or_default());
    files.filter(|target| !target.is_empty() && !target.contains("://") && !is_picture(target))
}

fn is_picture(target: &str) -> bool {
    [".png", ".jpg", ".webp", ".gif"]
        .iter()
        .any(|ending| target.ends_with(ending))
}

fn leads(tree: &Tree, from: &str, target: &str) -> bool {
    let Some(path) = resolved(from, target) else {
        return false;
    };
    let folder = format!("{path}/");
    let mut files = tree.files.iter();
    path.is_empty() || files.any(|file| file.path == path || file.path.starts_with(&folder))
}

/// From the root; nothing where the link leaves the repository.
fn resolved(from: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_that_leads_nowhere_is_found() {
        let tree = Tree::of(&[
            (
                "docs/a.md",
                "[b](b.md#here), [code](../src/lib.rs), [room](../src), [web](https://a.example),\n\
                 [gone](gone.md), ![shot](screens/a.png), [out](../../out.md), [here](#here)\n",
            ),
            ("docs/b.md", ""),
            ("src/lib.rs", ""),
        ]);
        let lines: Vec<String> = check(&tree).iter().map(Finding::to_string).collect();
        assert_eq!(
            lines,
            [
                "docs/a.md:2: `gone.md` leads nowhere",
                "docs/a.md:2: `../../out.md` leads nowhere"
            ]
        );
    }
}
