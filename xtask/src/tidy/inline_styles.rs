//! The page's policy refuses `style="…"`; so does its author.

use super::{Finding, SourceFile, Tree};

/// No style attribute in the widget or its page.
pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    tree.ending(&["rs", "html", "js"])
        .filter(|file| file.path.starts_with("src/") || file.path == "index.html")
        .flat_map(styled)
        .collect()
}

fn styled(file: &SourceFile) -> impl Iterator<Item = Finding> {
    file.code_lines().filter_map(|(index, line)| {
        let squeezed = line.replace(" = ", "=");
        let styled = [" style=\"", " style={", "(\"style\","]
            .iter()
            .any(|it| squeezed.contains(it));
        let rule = "no inline styles: the page's content security policy refuses them";
        styled.then(|| Finding::of_line(&file.path, index, rule))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_inline_style_is_found() {
        let tree = Tree::of(&[
            (
                "src/components/a.rs",
                "html! { <p style=\"color: red\"/> }\n",
            ),
            ("src/components/b.rs", "html! { <p class=\"red\"/> }\n"),
        ]);
        assert_eq!(check(&tree).len(), 1);
    }
}
