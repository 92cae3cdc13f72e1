//! Arrows between our crates point one way.

use super::Finding;
use super::manifest::{Dependency, Package, Workspace};

/// Each of our crates, and which of ours it may depend on.
const ARROWS: [(&str, &[&str]); 6] = [
    ("kassa-wire", &[]),
    ("kassa", &["kassa-wire"]),
    ("kassa-server", &["kassa", "kassa-wire"]),
    ("kassa-fuzz", &["kassa-server", "kassa-wire"]),
    ("kassa-demo-shop", &["kassa-wire"]),
    ("xtask", &["kassa-wire"]),
];

/// What the words on the wire may be built with.
const WIRE: [&str; 1] = ["serde"];

/// What they may be built with where a feature asks for it, which the widget never does.
const WIRE_WHERE_ASKED: [&str; 1] = ["utoipa"];

/// What has no place in a program for the browser.
const NOT_IN_A_BROWSER: [&str; 6] = ["axum", "sqlx", "tokio", "reqwest", "clap", "icu"];

/// Every dependency points the way that ARCHITECTURE.md draws it.
pub(crate) fn check(workspace: &Workspace) -> Vec<Finding> {
    workspace.packages.iter().flat_map(wrong_ways).collect()
}

fn wrong_ways(package: &Package) -> Vec<Finding> {
    let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == package.name) else {
        return vec![finding(
            package,
            "is a new crate: draw its arrows here and in ARCHITECTURE.md",
        )];
    };
    let real = package
        .dependencies
        .iter()
        .filter(|it| it.kind.as_deref() != Some("dev"));
    let wrong = real.filter(|it| is_wrong(package, allowed, it));
    wrong
        .map(|it| finding(package, &format!("must not depend on {}", it.name)))
        .collect()
}

fn is_wrong(package: &Package, allowed: &[&str], dependency: &Dependency) -> bool {
    let name = dependency.name.as_str();
    let ours = ARROWS.iter().any(|(ours, _)| *ours == name);
    let heavy = package.name == "kassa" && NOT_IN_A_BROWSER.contains(&name);
    let asked = dependency.optional && WIRE_WHERE_ASKED.contains(&name);
    let wordy = package.name == "kassa-wire" && !WIRE.contains(&name) && !asked;
    (ours && !allowed.contains(&name)) || heavy || wordy
}

fn finding(package: &Package, rule: &str) -> Finding {
    Finding::of_file(&package.name, rule)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workspace(package: &str, dependency: &str) -> Workspace {
        let dependencies = vec![Dependency {
            name: dependency.to_owned(),
            kind: None,
            optional: false,
        }];
        Workspace {
            packages: vec![Package {
                name: package.to_owned(),
                dependencies,
            }],
        }
    }

    #[test]
    fn a_widget_that_leans_on_the_server_is_found() {
        for (package, wrong) in [
            ("kassa", "kassa-server"),
            ("kassa", "sqlx"),
            ("kassa-wire", "yew"),
            ("kassa-wire", "utoipa"),
            ("new", "serde"),
        ] {
            assert_eq!(
                check(&workspace(package, wrong)).len(),
                1,
                "{package} on {wrong}"
            );
        }
        assert!(check(&workspace("kassa-server", "kassa")).is_empty());
    }
}
