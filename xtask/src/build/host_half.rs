//! The merchant's half as it travels: what people read in it stays at home.

/// The same program without comments and indentation. Knows only what `embed/kassa.js` does: no
/// text in it holds the beginning of a comment, and every line comment has its line to itself.
pub(super) fn lean(source: &str) -> String {
    let mut rest = source;
    let mut code = String::with_capacity(source.len());
    while let Some((before, comment)) = rest.split_once("/**") {
        code.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    code.push_str(rest);
    code.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_stay_at_home_and_the_program_does_not() {
        let source = "/**\n * Why.\n */\nconst a = /** @type {any} */ (b);\n\n  // Because.\n  go('//x');\n";
        assert_eq!(lean(source), "const a =  (b);\ngo('//x');");
    }
}
