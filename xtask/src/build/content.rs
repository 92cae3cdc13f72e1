//! The program's files, named by what is in them.
//!
//! Trunk names them by what the compiler made. What becomes of that depends on more: on wasm-opt, and on
//! what is written by hand beside it. Browsers keep a name for ever, and files of two builds under one
//! name do not fit together.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use super::files_under;
use crate::failure::Failure;

/// How the program's files are called, before the hash.
const PREFIX: &str = "kassa-";

/// Gives the program's files, and what names them, a hash of what is in them.
pub(crate) fn name_by_content(dist: &Path) -> Result<(), Failure> {
    let told = |source| Failure::io(format!("rename what is in {}", dist.display()), source);
    let files: Vec<PathBuf> = files_under(dist)?
        .into_iter()
        .filter(|file| hash_in(file).is_some())
        .collect();
    let Some(old) = files.iter().find_map(|file| hash_in(file)) else {
        return Err(Failure::missing("the built program", "cargo xtask build"));
    };
    let mut hasher = DefaultHasher::new();
    for file in &files {
        fs::read(file).map_err(told)?.hash(&mut hasher);
    }
    let new = format!("{:016x}", hasher.finish());
    let (old, new) = ([PREFIX, &old].concat(), [PREFIX, &new].concat());
    for file in files {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        fs::rename(&file, file.with_file_name(name.replace(&old, &new))).map_err(told)?;
    }
    for file in files_under(dist)? {
        if let Ok(text) = fs::read_to_string(&file) {
            fs::write(&file, text.replace(&old, &new)).map_err(told)?;
        }
    }
    Ok(())
}

/// The hash in the name of a file of the program: `kassa-1a2b_bg.wasm`.
fn hash_in(file: &Path) -> Option<String> {
    let name = file.file_name()?.to_str()?.strip_prefix(PREFIX)?;
    let end = name.find(|c: char| !c.is_ascii_hexdigit())?;
    (end > 0).then(|| name.get(..end).unwrap_or_default().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_the_files_names_them_everywhere() {
        let dist = std::env::temp_dir().join(format!("kassa-content-{}", std::process::id()));
        fs::create_dir_all(&dist).unwrap();
        let write = |name: &str, text: &[u8]| fs::write(dist.join(name), text).unwrap();
        write("kassa-0a.js", b"'kassa-0a_rest.wasm'");
        write("kassa-0a_rest.wasm", &[0xff, 0]);
        write("index.html", b"<script src=kassa-0a.js>");
        write("kassa.js", b"host");
        name_by_content(&dist).unwrap();
        let page = fs::read_to_string(dist.join("index.html")).unwrap();
        let script = page
            .strip_prefix("<script src=")
            .unwrap()
            .trim_end_matches('>');
        assert_ne!(script, "kassa-0a.js");
        let glue = fs::read_to_string(dist.join(script)).unwrap();
        let rest = fs::read(dist.join(glue.trim_matches('\''))).unwrap();
        assert_eq!(
            (rest, dist.join("kassa.js").is_file()),
            (vec![0xff, 0], true)
        );
        fs::remove_dir_all(&dist).unwrap();
    }
}
