//! What both files know each other's things by.

use std::collections::{BTreeMap, BTreeSet};

use wasm_encoder::ExportKind;
use wasmparser::ExternalKind;

use super::whole::Whole;

/// What the first file exports so that the rest can use it.
#[derive(Debug, Default)]
pub(super) struct Names {
    taken: BTreeSet<String>,
    known: BTreeMap<(Kind, u32), String>,
    shared: BTreeSet<(Kind, u32)>,
    next: usize,
}

/// What can be shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Function,
    Table,
    Memory,
    Global,
}

impl Kind {
    fn of(kind: ExternalKind) -> Self {
        match kind {
            ExternalKind::Func | ExternalKind::FuncExact => Self::Function,
            ExternalKind::Table => Self::Table,
            ExternalKind::Memory => Self::Memory,
            ExternalKind::Global | ExternalKind::Tag => Self::Global,
        }
    }

    pub(super) fn exported(self) -> ExportKind {
        match self {
            Self::Function => ExportKind::Func,
            Self::Table => ExportKind::Table,
            Self::Memory => ExportKind::Memory,
            Self::Global => ExportKind::Global,
        }
    }
}

impl Names {
    /// Those that are exported anyway.
    pub(super) fn of(whole: &Whole, begin: &str) -> Self {
        let mut names = Self::default();
        for export in &whole.exports {
            names.taken.insert(export.name.to_owned());
            if export.name != begin {
                let thing = (Kind::of(export.kind), export.index);
                names.known.insert(thing, export.name.to_owned());
            }
        }
        names
    }

    /// Shares these, under names of their own where they have none.
    pub(super) fn name(&mut self, kind: ExternalKind, all: impl IntoIterator<Item = u32>) {
        for index in all {
            let thing = (Kind::of(kind), index);
            self.shared.insert(thing);
            if !self.known.contains_key(&thing) {
                let name = self.fresh();
                self.known.insert(thing, name);
            }
        }
    }

    /// The shortest that is free.
    fn fresh(&mut self) -> String {
        loop {
            let name = short(self.next);
            self.next += 1;
            if self.taken.insert(name.clone()) {
                return name;
            }
        }
    }

    pub(super) fn shared(&self, kind: Kind) -> impl Iterator<Item = (u32, &str)> {
        let shared = self.shared.iter().filter(move |(it, _)| *it == kind);
        shared.filter_map(|thing| Some((thing.1, self.known.get(thing)?.as_str())))
    }
}

/// Letters for a number.
fn short(number: usize) -> String {
    const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let letter = |place: usize| LETTERS.get(place).copied().map_or('_', char::from);
    match number.checked_sub(LETTERS.len()) {
        None => letter(number).into(),
        Some(more) => {
            let mut name = short(more / LETTERS.len());
            name.push(letter(more % LETTERS.len()));
            name
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_and_each_is_another_one() {
        let names: BTreeSet<String> = (0..3_000).map(short).collect();
        assert_eq!(names.len(), 3_000);
        assert!(names.iter().all(|name| name.len() <= 3));
        assert_eq!((short(0), short(52)), ("a".to_owned(), "aa".to_owned()));
    }

    #[test]
    fn what_has_a_name_keeps_it_and_no_name_is_given_twice() {
        let mut names = Names::default();
        names.taken.insert("a".to_owned());
        names.known.insert((Kind::Function, 7), "a".to_owned());
        names.name(ExternalKind::Func, [7, 9]);
        let shared: Vec<_> = names.shared(Kind::Function).collect();
        assert_eq!(shared, [(7, "a"), (9, "b")]);
        assert_eq!(names.shared(Kind::Table).count(), 0);
    }
}
