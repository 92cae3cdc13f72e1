//! The finished module as two.

use std::collections::{BTreeMap, BTreeSet};

use wasmparser::{ExternalKind, Validator, WasmFeatures};

use super::data::{Piece, carved};
use super::names::Names;
use super::whole::Whole;
use super::write::{self, Part};
use super::{Shares, Wrong};

/// The two files.
#[derive(Debug)]
pub(crate) struct Files {
    /// What comes at once.
    pub(crate) first: Vec<u8>,
    /// What comes when it is wanted. It imports the first file's exports from the module `b`, and beside
    /// them what the first file imports too.
    pub(crate) rest: Vec<u8>,
}

/// Cuts a module whose rest begins with an exported function.
///
/// # Errors
/// [`Wrong`] where it cannot be read, or the rest can be come to without the second file.
pub(crate) fn cut(bytes: &[u8], begin: &str, shares: &Shares) -> Result<Files, Wrong> {
    let whole = Whole::read(bytes)?;
    let (first, rest) = functions(&whole, begin, shares)?;
    let bridge = bridge(&whole, begin, &rest, shares);
    let (rest_data, first_data) = data(&whole, shares);
    let is_rest = |slot: &(u32, u32)| slot.0 == 0 && shares.slots.contains(&slot.1);
    let slots = |wanted: bool| -> BTreeMap<(u32, u32), u32> {
        let slots = whole
            .slots
            .iter()
            .filter(|(slot, _)| is_rest(slot) == wanted);
        slots.map(|(slot, function)| (*slot, *function)).collect()
    };
    let first = Part {
        functions: first,
        slots: slots(false),
        data: first_data,
    };
    let rest = Part {
        functions: rest,
        slots: slots(true),
        data: rest_data,
    };
    let files = Files {
        first: write::first(&whole, &first, begin, &bridge)?,
        rest: write::rest(&whole, &rest, begin, &bridge)?,
    };
    for file in [&files.first, &files.rest] {
        Validator::new_with_features(WasmFeatures::default()).validate_all(file)?;
    }
    Ok(files)
}

/// The first file's functions, imported ones too, and the rest's own. In the first is all that can be
/// come to without the function that begins the rest, and without the places in the table that only the rest
/// names.
fn functions(
    whole: &Whole,
    begin: &str,
    shares: &Shares,
) -> Result<(BTreeSet<u32>, BTreeSet<u32>), Wrong> {
    let exported = whole.exports.iter();
    let exported = exported.filter(|it| it.kind == ExternalKind::Func && it.name != begin);
    let named = whole.slots.iter();
    let named = named.filter(|((table, slot), _)| *table != 0 || !shares.slots.contains(slot));
    let mut open: Vec<u32> = exported.map(|export| export.index).collect();
    open.extend(named.map(|(_, function)| function));
    open.extend(whole.start);
    let mut first = BTreeSet::new();
    while let Some(function) = open.pop() {
        if first.insert(function) {
            open.extend(
                whole
                    .uses_of(function)
                    .into_iter()
                    .flat_map(|it| &it.functions),
            );
        }
    }
    let begins = whole.exports.iter().find(|export| export.name == begin);
    if begins.is_none_or(|export| first.contains(&export.index)) {
        return Err(Wrong::unforeseen(
            "the rest should be out of the first part's reach",
        ));
    }
    let own = (whole.imported()..).zip(&whole.bodies);
    let rest = own.map(|(function, _)| function);
    let rest = rest.filter(|function| !first.contains(function)).collect();
    Ok((first, rest))
}

/// What the first file has and the rest uses, under the names that both know it by.
fn bridge(whole: &Whole, begin: &str, rest: &BTreeSet<u32>, shares: &Shares) -> Names {
    let mut names = Names::of(whole, begin);
    let uses = || rest.iter().filter_map(|function| whole.uses_of(*function));
    let called = uses().flat_map(|it| it.functions.iter().copied());
    let slots = whole.slots.iter();
    let slots = slots.filter(|((table, slot), _)| *table == 0 && shares.slots.contains(slot));
    let functions = called.chain(slots.map(|(_, function)| *function));
    let theirs: BTreeSet<u32> = functions
        .filter(|function| *function >= whole.imported() && !rest.contains(function))
        .collect();
    let tables = uses().flat_map(|it| it.tables.iter().copied());
    let tables: BTreeSet<u32> = tables.chain([0]).collect();
    names.name(ExternalKind::Memory, [0]);
    names.name(ExternalKind::Table, tables);
    names.name(
        ExternalKind::Global,
        uses().flat_map(|it| it.globals.iter().copied()),
    );
    names.name(ExternalKind::Func, theirs);
    names
}

/// Memory's first content: the rest's, and the first part's. What nobody reads is left out.
fn data(whole: &Whole, shares: &Shares) -> (Vec<Piece>, Vec<Piece>) {
    let owned = |(address, bytes): &(u32, &[u8])| (*address, bytes.to_vec());
    let all: Vec<Piece> = whole.data.iter().map(owned).collect();
    let (_, used) = carved(&all, &shares.idle);
    carved(&used, &shares.data)
}

#[cfg(test)]
mod tests {
    use wasm_encoder as enc;
    use wasmparser::{Parser, Payload};

    use super::*;

    /// What calls what, by index. 0 is imported, and 1 is called from outside as `main`, 4 as `rest`. In
    /// the table are 2 and 3.
    fn program(calls: [&[u32]; 4]) -> Vec<u8> {
        let mut types = enc::TypeSection::new();
        types.ty().function([], []);
        let mut imports = enc::ImportSection::new();
        imports.import("a", "script", enc::EntityType::Function(0));
        let (mut functions, mut code) = (enc::FunctionSection::new(), enc::CodeSection::new());
        for calls in calls {
            functions.function(0);
            let mut body = enc::Function::new([]);
            for called in calls {
                body.instruction(&enc::Instruction::Call(*called));
            }
            body.instruction(&enc::Instruction::End);
            code.function(&body);
        }
        let (tables, memories) = places();
        let mut exports = enc::ExportSection::new();
        exports.export("main", enc::ExportKind::Func, 1);
        exports.export("rest", enc::ExportKind::Func, 4);
        let mut elements = enc::ElementSection::new();
        let offset = enc::ConstExpr::i32_const(1);
        elements.active(
            None,
            &offset,
            enc::Elements::Functions([2, 3].as_slice().into()),
        );
        let mut data = enc::DataSection::new();
        data.active(0, &enc::ConstExpr::i32_const(0), *b"firstrestidle");
        let mut module = enc::Module::new();
        module.section(&types).section(&imports).section(&functions);
        module.section(&tables).section(&memories).section(&exports);
        module.section(&elements).section(&code).section(&data);
        module.finish()
    }

    fn places() -> (enc::TableSection, enc::MemorySection) {
        let mut tables = enc::TableSection::new();
        tables.table(enc::TableType {
            element_type: enc::RefType::FUNCREF,
            table64: false,
            minimum: 3,
            maximum: Some(3),
            shared: false,
        });
        let mut memories = enc::MemorySection::new();
        memories.memory(enc::MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        (tables, memories)
    }

    fn shares() -> Shares {
        Shares {
            slots: [2].into(),
            data: std::iter::once(5..9).collect(),
            idle: std::iter::once(9..13).collect(),
        }
    }

    /// Names of imports, number of functions, and what is written into memory.
    fn outline(module: &[u8]) -> (Vec<String>, u32, Vec<u8>) {
        let (mut imports, mut functions, mut memory) = (Vec::new(), 0, Vec::new());
        for payload in Parser::new(0).parse_all(module) {
            match payload.unwrap() {
                Payload::ImportSection(section) => {
                    let names = section.into_imports().map(|it| it.unwrap());
                    imports.extend(names.map(|it| format!("{}.{}", it.module, it.name)));
                }
                Payload::FunctionSection(section) => functions = section.count(),
                Payload::DataSection(section) => {
                    memory.extend(section.into_iter().flat_map(|it| it.unwrap().data.to_vec()));
                }
                _ => {}
            }
        }
        (imports, functions, memory)
    }

    #[test]
    fn the_first_file_has_what_it_can_come_to_and_the_second_the_rest() {
        // `rest` calls 2, which the first part finds in the table, and the page's script.
        let program = program([&[], &[], &[], &[2, 0]]);
        let files = cut(&program, "rest", &shares()).unwrap();
        assert_eq!(outline(&files.first), (vec![], 2, b"first".to_vec()));
        let (imports, functions, memory) = outline(&files.rest);
        // The function 2, memory and table are the first file's.
        assert_eq!(imports, ["a.script", "b.c", "b.a", "b.b"]);
        assert_eq!((functions, memory), (2, b"rest".to_vec()));
    }

    #[test]
    fn what_the_first_part_calls_stays_whoever_names_it_in_the_table() {
        let files = cut(&program([&[3], &[], &[], &[]]), "rest", &shares()).unwrap();
        assert_eq!((outline(&files.first).1, outline(&files.rest).1), (3, 1));
    }

    #[test]
    fn a_rest_within_reach_is_told() {
        assert!(cut(&program([&[4], &[], &[], &[]]), "rest", &shares()).is_err());
        assert!(cut(&program([&[], &[], &[], &[]]), "other", &shares()).is_err());
    }
}
