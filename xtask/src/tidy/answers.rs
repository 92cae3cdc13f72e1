//! The answers to other checkouts' complaints name tests that are there.

use super::{Finding, SourceFile, Tree};

/// Where the answers stand.
const ANSWERS: &str = "docs/answers.md";

/// Every test that the answers name by its sentence is a function of a test somewhere.
pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    let documents = tree.files.iter().filter(|file| file.path == ANSWERS);
    documents.flat_map(|file| of_file(tree, file)).collect()
}

fn of_file<'a>(tree: &'a Tree, file: &'a SourceFile) -> impl Iterator<Item = Finding> + 'a {
    let lines = file.text.lines().enumerate();
    lines.flat_map(move |(index, line)| {
        let gone = named(line).filter(move |name| !is_there(tree, name));
        gone.map(move |name| {
            let rule = format!("there is no test `{name}`");
            Finding::of_line(&file.path, index, rule)
        })
    })
}

/// What stands in backticks and is a sentence in the words of a test's name.
fn named(line: &str) -> impl Iterator<Item = &str> {
    let quoted = line.split('`').skip(1).step_by(2);
    quoted.filter(|text| text.matches('_').count() > 2 && !text.contains(' '))
}

fn is_there(tree: &Tree, name: &str) -> bool {
    let function = format!("fn {name}(");
    tree.ending(&["rs"])
        .any(|file| file.text.contains(&function))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_without_its_test_is_found() {
        let tree = Tree::of(&[
            (
                "docs/answers.md",
                "`a_payer_pays_once`, `cargo xtask bench`\n`a_payer_pays_twice`\n",
            ),
            ("src/a.rs", "fn a_payer_pays_once() {}\n"),
        ]);
        let lines: Vec<String> = check(&tree).iter().map(Finding::to_string).collect();
        assert_eq!(
            lines,
            ["docs/answers.md:2: there is no test `a_payer_pays_twice`"]
        );
    }
}
