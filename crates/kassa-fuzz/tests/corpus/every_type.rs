//! No type of the wire is forgotten.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use kassa_fuzz::WIRE_TYPES;

#[test]
fn every_type_of_the_wire_is_tried() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../kassa-wire/src");
    let mut found = BTreeSet::new();
    read(&source, &mut found);
    let tried: BTreeSet<String> = WIRE_TYPES.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(tried, found);
}

/// Every type of a folder's files that is read from JSON.
fn read(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read(&path, found);
        } else {
            let text = fs::read_to_string(&path).unwrap();
            found.extend(types(&text));
            found.extend(made(&text));
        }
    }
}

/// Those that derive `Deserialize`: the first type after each such line.
fn types(text: &str) -> impl Iterator<Item = String> {
    let derived = text.split("Deserialize)]").skip(1);
    derived.filter_map(|rest| {
        let mut lines = rest.lines().map(str::trim_start);
        let line = lines.find(|line| line.starts_with("pub "))?;
        let name = line.split([' ', '(', '<', '{', ';']).nth(2)?;
        (!name.starts_with('$')).then(|| name.to_owned())
    })
}

/// Those that `text_id!` and `codes!` make: the first name in their brackets.
fn made(text: &str) -> impl Iterator<Item = String> {
    let calls = ["\ntext_id!(", "\ncodes!("];
    let calls = calls.into_iter().flat_map(|call| text.split(call).skip(1));
    calls.filter_map(|rest| {
        let mut lines = rest.lines().map(str::trim);
        let line = lines.find(|line| !line.is_empty() && !line.starts_with("///"))?;
        let name = line.split([',', ' ']).next()?;
        Some(name.to_owned())
    })
}
