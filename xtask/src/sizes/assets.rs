//! What the browser fetches besides the page, as it is sent.

use std::fs;
use std::path::Path;

use super::{Bound, Figure};
use crate::failure::Failure;
use crate::tools::Std;

/// The program with its glue, in all.
const PROGRAM: u64 = 90_000;
/// What of it is fetched before a payer who opens the form chooses a card.
const FIRST: u64 = 75_000;
const HOST_HALF: u64 = 3_000;

/// The widget's program with its glue, and the host half.
pub(crate) fn measure(dist: &Path, std: Std) -> Result<Vec<Figure>, Failure> {
    let bound = |most| match std {
        Std::FromSource => Bound::AtMost(most),
        Std::ReadyMade => Bound::Reported(most),
    };
    let compressed = compressed_files(dist)?;
    let is_host_half = |name: &str| name == "kassa.js.br";
    let is_released = |name: &str| name.starts_with("kassa.") && !is_host_half(name);
    let sum = |wanted: &dyn Fn(&str) -> bool| -> u64 {
        compressed
            .iter()
            .filter(|(name, _)| wanted(name))
            .map(|(_, size)| size)
            .sum()
    };
    let is_program = |name: &str| !is_host_half(name) && !is_released(name);
    let is_rest = |name: &str| name.ends_with("_rest.wasm.br");
    let program = sum(&is_program);
    let first = sum(&|name| is_program(name) && !is_rest(name));
    let host_half = sum(&is_host_half);
    if first == 0 || first == program || host_half == 0 {
        return Err(Failure::missing("the built widget", "cargo xtask build"));
    }
    Ok(vec![
        figure(".wasm and its glue, brotli", program, bound(PROGRAM)),
        figure(
            "the same before a card is chosen, brotli",
            first,
            bound(FIRST),
        ),
        figure("kassa.js, brotli", host_half, Bound::AtMost(HOST_HALF)),
    ])
}

fn figure(name: &str, value: u64, bound: Bound) -> Figure {
    Figure {
        name: name.to_owned(),
        value,
        unit: "bytes",
        bound,
    }
}

fn compressed_files(dist: &Path) -> Result<Vec<(String, u64)>, Failure> {
    let told = |source| Failure::io(format!("read {}", dist.display()), source);
    let entries = fs::read_dir(dist).map_err(told)?.flatten();
    let sized = entries.filter_map(|entry| {
        let name = entry.file_name().into_string().ok()?;
        let size = entry.metadata().ok()?.len();
        entry
            .path()
            .extension()
            .is_some_and(|it| it == "br")
            .then_some((name, size))
    });
    Ok(sized.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_half_and_what_comes_later_are_counted_apart_and_an_empty_folder_is_no_success() {
        let folder = std::env::temp_dir().join(format!("kassa-sizes-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        assert!(measure(&folder, Std::FromSource).is_err());
        for (name, size) in [
            ("a.js.br", 10),
            ("a_bg.wasm.br", 100),
            ("a_rest.wasm.br", 20),
            ("kassa.js.br", 7),
            ("kassa.0123456789ab.js.br", 1_000),
            ("x", 5),
        ] {
            fs::write(folder.join(name), vec![0; size]).unwrap();
        }
        let values: Vec<u64> = measure(&folder, Std::FromSource)
            .unwrap()
            .iter()
            .map(|it| it.value)
            .collect();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(values, [130, 110, 7]);
    }
}
