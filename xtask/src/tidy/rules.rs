//! All rules.

use super::{
    Finding, Tree, answers, arrows, inline_styles, leftovers, length, links, machine_paths,
    manifest, manifests, names, post_message, purity, rooms, test_names,
};
use crate::failure::Failure;
use crate::repo::Repo;
use crate::say;

type Rule = fn(&Tree) -> Vec<Finding>;

const RULES: [Rule; 12] = [
    length::check,
    names::check,
    rooms::check,
    purity::check,
    post_message::check,
    leftovers::check,
    manifests::check,
    machine_paths::check,
    test_names::check,
    inline_styles::check,
    links::check,
    answers::check,
];

/// `cargo xtask tidy`.
pub(crate) fn run(repo: &Repo) -> Result<(), Failure> {
    let findings = findings(repo)?;
    for finding in &findings {
        say::line(&finding.to_string());
    }
    if findings.is_empty() {
        Ok(())
    } else {
        Err(Failure::Untidy {
            count: findings.len(),
        })
    }
}

fn findings(repo: &Repo) -> Result<Vec<Finding>, Failure> {
    let tree = Tree::read(repo)?;
    let mut findings: Vec<Finding> = RULES.iter().flat_map(|rule| rule(&tree)).collect();
    findings.extend(arrows::check(&manifest::read(repo)?));
    Ok(findings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_house_is_tidy() {
        let findings = findings(&Repo::find().unwrap()).unwrap();
        let lines: Vec<String> = findings.iter().map(Finding::to_string).collect();
        assert!(lines.is_empty(), "\n{}\n", lines.join("\n"));
    }
}
