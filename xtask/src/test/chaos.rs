//! The chaos, as short as it still has every kind of trouble.

use crate::chaos::{self, Options, Stores};
use crate::failure::Failure;
use crate::repo::Repo;

/// On both stores, from another seed each time: what broke can be had again by it.
pub(crate) fn run(repo: &Repo) -> Result<(), Failure> {
    let options = Options {
        seconds: 20,
        seed: None,
        store: Stores::Both,
    };
    chaos::run(repo, &options)
}
