//! JavaScript without what only its readers need.

use std::fs;
use std::path::{Path, PathBuf};

use crate::command::Program;
use crate::failure::Failure;
use crate::repo::Repo;
use crate::tools;

/// Writes the small form of one module; both paths may be the same.
pub(crate) fn minify(repo: &Repo, from: &Path, to: &Path) -> Result<(), Failure> {
    small(repo, from, to)?.run()
}

/// The same, with all that it imports in the one file.
pub(crate) fn bundle(repo: &Repo, from: &Path, to: &Path) -> Result<(), Failure> {
    small(repo, from, to)?.args(["--bundle"]).run()
}

/// The same, where what it imports is in a folder of npm's packages. A style sheet that is imported
/// is written beside the script.
pub(crate) fn bundle_with(
    repo: &Repo,
    from: &Path,
    to: &Path,
    packages: &Path,
) -> Result<(), Failure> {
    small(repo, from, to)?
        .args(["--bundle"])
        .env("NODE_PATH", packages)
        .run()
}

/// The small form of a style sheet, as text.
pub(crate) fn small_style(repo: &Repo, from: &Path) -> Result<String, Failure> {
    let what = format!("minifying {}", from.display());
    Program::new(tools::esbuild(repo)?.join("esbuild"), what)
        .args([from])
        .args(["--minify", "--log-level=warning"])
        .output()
}

fn small(repo: &Repo, from: &Path, to: &Path) -> Result<Program, Failure> {
    let what = format!("minifying {}", from.display());
    Ok(Program::new(tools::esbuild(repo)?.join("esbuild"), what)
        .args([from])
        .args(["--minify", "--format=esm", "--legal-comments=none"])
        .args(["--allow-overwrite", "--log-level=warning"])
        .args([format!("--outfile={}", to.display())]))
}

/// Every script in this folder.
pub(crate) fn scripts_in(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let entries = fs::read_dir(folder)
        .map_err(|source| Failure::io(format!("read {}", folder.display()), source))?;
    let paths = entries.flatten().map(|entry| entry.path());
    Ok(paths
        .filter(|path| path.extension().is_some_and(|it| it == "js"))
        .collect())
}
