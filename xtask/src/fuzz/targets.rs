//! Which targets there are.

use std::fs;

use crate::failure::Failure;
use crate::repo::Repo;

/// Those that were asked for, or all.
pub(super) fn chosen(repo: &Repo, wanted: &[String]) -> Result<Vec<String>, Failure> {
    let known = all(repo)?;
    if let Some(name) = wanted.iter().find(|name| !known.contains(name)) {
        return Err(Failure::UnknownTarget {
            name: name.clone(),
            known: known.join(", "),
        });
    }
    Ok(if wanted.is_empty() {
        known
    } else {
        wanted.to_vec()
    })
}

/// One for each file, by its name.
fn all(repo: &Repo) -> Result<Vec<String>, Failure> {
    let told = |source| Failure::io("read the folder of fuzz targets", source);
    let entries = fs::read_dir(repo.path("fuzz/fuzz_targets")).map_err(told)?;
    let paths = entries.flatten().map(|entry| entry.path());
    let mut names: Vec<String> = paths
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect();
    names.sort();
    Ok(names)
}
