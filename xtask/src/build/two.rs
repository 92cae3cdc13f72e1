//! The program in two files: the `.wasm` is cut, and its glue learns the way from one to the other.

use std::fs;
use std::path::Path;

use super::parts::{Linked, Shares, Wrong, cut};
use super::rename::Renamed;
use crate::failure::Failure;
use crate::repo::Repo;

/// What begins the rest of the program. The linker adds a hash to it.
const BEGIN: &str = "kassa_later";
/// How `rest.js` names the second file.
const FILE: &str = "kassa_rest.wasm";
/// What is written for the glue by hand.
const WAY: &str = "src/shell/later/rest.js";
/// What cargo made.
const LINKED: &str = "wasm32-unknown-unknown/widget/kassa.wasm";

/// Cuts a `.wasm` where it lies, and writes its rest beside it.
pub(crate) fn in_two(
    repo: &Repo,
    wasm: &Path,
    glue: &Path,
    renamed: &Renamed,
) -> Result<(), Failure> {
    let told = |path: &Path| {
        let doing = format!("rewrite {}", path.display());
        |source| Failure::io(doing, source)
    };
    let wrong = |wrong: Wrong| Failure::Unexpected {
        path: wasm.to_owned(),
        expected: wrong.to_string(),
    };
    let linked = repo.wasm_target().join(LINKED);
    let linked = fs::read(&linked).map_err(told(&linked))?;
    let linked = Linked::read(&linked).map_err(wrong)?;
    let shares = Shares::of(&linked, &format!("{BEGIN}_")).map_err(wrong)?;
    let begin = renamed.export(BEGIN).unwrap_or(BEGIN);
    let whole = fs::read(wasm).map_err(told(wasm))?;
    let files = cut(&whole, begin, &shares).map_err(wrong)?;
    let rest = rest_of(wasm);
    fs::write(wasm, files.first).map_err(told(wasm))?;
    fs::write(&rest, files.rest).map_err(told(&rest))?;
    let way = repo.path(WAY);
    let way = fs::read_to_string(&way).map_err(told(&way))?;
    let name = rest.file_name().unwrap_or_default().to_string_lossy();
    let way = way.replace(FILE, &name);
    let way = way.replace(&format!(".{BEGIN}("), &format!(".{begin}("));
    let text = fs::read_to_string(glue).map_err(told(glue))?;
    let text = with_way(&text, &way).ok_or_else(|| Failure::Unexpected {
        path: glue.to_owned(),
        expected: format!("it should export {BEGIN}"),
    })?;
    fs::write(glue, text).map_err(told(glue))
}

/// Where the rest of a `.wasm` is: `kassa-1a2b_bg.wasm` and `kassa-1a2b_rest.wasm`.
fn rest_of(wasm: &Path) -> std::path::PathBuf {
    let name = wasm.file_name().unwrap_or_default().to_string_lossy();
    wasm.with_file_name(name.replace("_bg.wasm", "_rest.wasm"))
}

/// The glue with the way to the rest in the place of the function that would begin it, which is not in
/// the first file.
fn with_way(glue: &str, way: &str) -> Option<String> {
    let (before, after) = glue.split_once(&format!("export function {BEGIN}("))?;
    let (_, after) = after.split_once('}')?;
    Some([before, way, after].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_stands_where_the_function_was() {
        let glue =
            "let wasm;\nexport function kassa_later() {\n    wasm.hc();\n}\nfunction other() { }\n";
        let expected = "let wasm;\nWAY\nfunction other() { }\n";
        assert_eq!(with_way(glue, "WAY").as_deref(), Some(expected));
        assert_eq!(with_way("function other() { }", "WAY"), None);
    }

    #[test]
    fn the_rest_is_called_as_the_first_file_is() {
        let rest = rest_of(Path::new("dist/kassa-1a2b_bg.wasm"));
        assert_eq!(rest, Path::new("dist/kassa-1a2b_rest.wasm"));
    }
}
