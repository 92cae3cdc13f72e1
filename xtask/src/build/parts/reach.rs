//! What only the rest of the program can come to.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Wrong;
use super::linked::{Linked, Thing};
use super::prepare::is_silent;

/// What wasm-bindgen runs while it builds, and takes out.
const DESCRIPTIONS: &str = "__wbindgen_describe_";

/// What does not belong to the first file.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Shares {
    /// Places in the table that only the rest names.
    pub(super) slots: BTreeSet<u32>,
    /// Addresses of what only the rest reads, in order.
    pub(super) data: Vec<Range<u32>>,
    /// Addresses of what nobody reads once the program is built, in order.
    pub(super) idle: Vec<Range<u32>>,
}

impl Shares {
    /// Those of a program whose rest begins with the function that is exported under a name that
    /// begins so.
    ///
    /// # Errors
    /// [`Wrong`] where there is no such function, or the first part can come to it.
    pub(crate) fn of(linked: &Linked, rest: &str) -> Result<Self, Wrong> {
        let is_rest = |name: &str| name.starts_with(rest);
        let exported = |wanted: &dyn Fn(&str) -> bool| -> Vec<Thing> {
            let exports = linked.exports.iter().filter(|(name, _)| wanted(name));
            exports.map(|(_, index)| Thing::Function(*index)).collect()
        };
        let begins = exported(&is_rest);
        if begins.is_empty() {
            let expected = format!("a function {rest} should begin the rest");
            return Err(Wrong::unforeseen(expected));
        }
        let mut first = exported(&|name| !is_rest(name) && !name.starts_with(DESCRIPTIONS));
        first.extend(&linked.anyway);
        let first = reached(linked, first);
        let whole = reached(linked, begins.iter().copied().chain(first.iter().copied()));
        if begins.iter().any(|thing| first.contains(thing)) {
            return Err(Wrong::unforeseen(
                "the first part should not come to the rest",
            ));
        }
        let (by_first, by_all) = (named(linked, &first), named(linked, &whole));
        Ok(Self {
            slots: by_all.difference(&by_first).copied().collect(),
            data: alone(linked, |thing| {
                whole.contains(&thing) && !first.contains(&thing)
            }),
            idle: alone(linked, |thing| !whole.contains(&thing)),
        })
    }
}

/// Everything that can be come to from here.
fn reached(linked: &Linked, from: impl IntoIterator<Item = Thing>) -> BTreeSet<Thing> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<Thing> = from.into_iter().collect();
    while let Some(thing) = open.pop() {
        if reached.insert(thing) && !is_without_effect(linked, thing) {
            open.extend(linked.refers.get(&thing).into_iter().flatten());
        }
    }
    reached
}

fn is_without_effect(linked: &Linked, thing: Thing) -> bool {
    match thing {
        Thing::Function(index) => linked.names.get(&index).is_some_and(|name| is_silent(name)),
        Thing::Data(_) => false,
    }
}

/// The places in the table that these things name.
fn named(linked: &Linked, things: &BTreeSet<Thing>) -> BTreeSet<u32> {
    let talking = things.iter().filter(|it| !is_without_effect(linked, **it));
    let functions = talking.filter_map(|it| linked.takes.get(it)).flatten();
    let slots = functions.filter_map(|it| linked.slots.get(it)).flatten();
    slots.copied().collect()
}

/// Where the wanted data is, as far as no other data is there as well.
fn alone(linked: &Linked, wanted: impl Fn(Thing) -> bool) -> Vec<Range<u32>> {
    let (mine, others): (Vec<_>, Vec<_>) =
        (linked.places.iter()).partition(|(symbol, _)| wanted(Thing::Data(**symbol)));
    let is_shared = |place: &Range<u32>| {
        let mut others = others.iter();
        others.any(|(_, other)| other.start < place.end && place.start < other.end)
    };
    let mut places: Vec<_> = mine
        .into_iter()
        .map(|(_, place)| place.clone())
        .filter(|place| !place.is_empty() && !is_shared(place))
        .collect();
    places.sort_by_key(|place| (place.start, place.end));
    joined(places)
}

fn joined(places: Vec<Range<u32>>) -> Vec<Range<u32>> {
    let mut joined: Vec<Range<u32>> = Vec::new();
    for place in places {
        match joined.last_mut() {
            Some(last) if place.start <= last.end => last.end = last.end.max(place.end),
            Some(_) | None => joined.push(place),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use Thing::{Data, Function};

    /// `main` (0) calls 1 and reads data 10; `rest_1f` (2) calls 1 and 3, reads 11, and names 4 in the
    /// table, whose words are data 12. Nobody reads 13.
    fn program() -> Linked {
        let refers = [
            (Function(0), vec![Function(1), Data(10)]),
            (
                Function(2),
                vec![Function(1), Function(3), Function(4), Data(11)],
            ),
            (Function(4), vec![Data(12)]),
        ];
        Linked {
            refers: refers
                .map(|(from, to)| (from, to.into_iter().collect()))
                .into(),
            takes: [(Function(0), [1].into()), (Function(2), [1, 4].into())].into(),
            slots: [(1, vec![1]), (4, vec![2])].into(),
            places: [(10, 0..4), (11, 4..8), (12, 8..12), (13, 16..20)].into(),
            exports: [("main".to_owned(), 0), ("rest_1f".to_owned(), 2)].into(),
            ..Linked::default()
        }
    }

    fn pairs(places: &[Range<u32>]) -> Vec<(u32, u32)> {
        let pairs = places.iter().map(|place| (place.start, place.end));
        pairs.collect()
    }

    #[test]
    fn what_both_come_to_is_the_firsts() {
        let shares = Shares::of(&program(), "rest_").unwrap();
        assert_eq!(shares.slots, [2].into());
        assert_eq!(pairs(&shares.data), [(4, 12)]);
        assert_eq!(pairs(&shares.idle), [(16, 20)]);
    }

    #[test]
    fn data_that_another_piece_lies_over_stays_where_it_is() {
        let mut program = program();
        program.places.insert(10, 0..5);
        let shares = Shares::of(&program, "rest_").unwrap();
        assert_eq!(pairs(&shares.data), [(8, 12)]);
    }

    #[test]
    fn a_way_from_the_first_part_to_the_rest_is_told() {
        let mut program = program();
        program.refers.insert(Function(1), [Function(2)].into());
        assert!(Shares::of(&program, "rest_").is_err());
        assert!(Shares::of(&program, "nothing_").is_err());
    }

    #[test]
    fn what_a_description_refers_to_is_gone_with_it() {
        let mut program = program();
        let name = "__wbindgen_describe_main".to_owned();
        program.exports.insert(name, 5);
        program.refers.insert(Function(5), [Data(13)].into());
        let shares = Shares::of(&program, "rest_").unwrap();
        assert_eq!(pairs(&shares.idle), [(16, 20)]);
        program.exports.insert("other".to_owned(), 5);
        let shares = Shares::of(&program, "rest_").unwrap();
        assert_eq!(pairs(&shares.idle), []);
    }
}
