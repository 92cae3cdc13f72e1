//! What the targets begin with: small files that were written by hand.

use std::fs;
use std::path::PathBuf;

use rand::SeedableRng;
use rand::rngs::SmallRng;

use crate::mutate::mutated;

/// Another seed tries other mutations. It stays, so that a test that was green does not turn red
/// overnight: what is to be found beyond it `cargo xtask fuzz` finds.
const SEED: u64 = 20_261_126;

/// The corpus of a target, in the order of its files' names.
pub(crate) fn corpus(target: &str) -> Vec<Vec<u8>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus");
    let entries = fs::read_dir(folder.join(target)).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(paths.len() >= 5, "{target}: {paths:?}");
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

/// Tries the corpus, and so many mutations of it.
pub(crate) fn holds_for_all(target: &str, mutations: u32, check: fn(&[u8])) {
    let corpus = corpus(target);
    for input in &corpus {
        holds(input, check);
    }
    let mut dice = SmallRng::seed_from_u64(SEED);
    for _ in 0..mutations {
        holds(&mutated(&corpus, &mut dice), check);
    }
}

fn holds(input: &[u8], check: fn(&[u8])) {
    let broken = Broken(input);
    check(input);
    drop(broken);
}

/// Shows the input where a check does not hold, to be put into the corpus.
struct Broken<'i>(&'i [u8]);

impl Drop for Broken<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("it does not hold for b\"{}\"", self.0.escape_ascii());
        }
    }
}
