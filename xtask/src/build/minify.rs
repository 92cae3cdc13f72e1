//! JavaScript without what only its readers need.

use std::fs;
use std::path::{Path, PathBuf};

use crate::command::Program;
use crate::failure::Failure;
use crate::repo::Repo;
use crate::tools;

/// Writes the small form of one module; both paths may be the same.
pub(crate) fn minify(repo: &Repo, from: &Path, to: &Path) -> Result<(), Failure> {
    let what = format!("minifying {}", from.display());
    Program::new(tools::esbuild(repo)?.join("esbuild"), what)
        .args([from])
        .args(["--minify", "--format=esm", "--legal-comments=none"])
        .args(["--allow-overwrite", "--log-level=warning"])
        .args([format!("--outfile={}", to.display())])
        .run()
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
