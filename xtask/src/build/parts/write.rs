//! A part, as a module of its own.

use std::collections::{BTreeMap, BTreeSet};

use wasm_encoder::reencode::Reencode;
use wasm_encoder::{
    ConstExpr, DataSection, EntityType, ExportSection, GlobalSection, ImportSection, MemorySection,
    Module, StartSection, TableSection,
};

use super::Wrong;
use super::data::Piece;
use super::names::{Kind, Names};
use super::numbers::Numbers;
use super::whole::Whole;

/// What the rest imports the first file's exports from.
const FIRST: &str = "b";

/// What goes into a part, by the numbers of the whole.
#[derive(Debug)]
pub(super) struct Part {
    /// Functions; of the first file imported ones as well.
    pub(super) functions: BTreeSet<u32>,
    /// Places in the tables.
    pub(super) slots: BTreeMap<(u32, u32), u32>,
    /// Memory.
    pub(super) data: Vec<Piece>,
}

fn memory(data: &[Piece]) -> DataSection {
    let mut section = DataSection::new();
    for (address, bytes) in data {
        let offset = ConstExpr::i32_const(address.cast_signed());
        section.active(0, &offset, bytes.iter().copied());
    }
    section
}

fn same<T>(all: &[T]) -> BTreeMap<u32, u32> {
    (0..).zip(all).map(|(index, _)| (index, index)).collect()
}

/// The first file.
pub(super) fn first(
    whole: &Whole,
    part: &Part,
    begin: &str,
    names: &Names,
) -> Result<Vec<u8>, Wrong> {
    let mut numbers = Numbers::default();
    numbers.functions = part.functions.iter().copied().zip(0..).collect();
    numbers.tables = same(&whole.tables);
    numbers.globals = same(&whole.globals);
    let mut imports = ImportSection::new();
    for (index, import) in (0..).zip(&whole.imports) {
        if part.functions.contains(&index) {
            let kind = EntityType::Function(numbers.kind_of(whole, index));
            imports.import(import.module, import.name, kind);
        }
    }
    let (functions, code) = numbers.code(whole, &part.functions)?;
    let (tables, memories, globals) = places(whole, &mut numbers)?;
    let exports = exports(whole, begin, names, &mut numbers)?;
    let elements = numbers.elements(&part.slots);
    let mut module = Module::new();
    let types = numbers.types(whole)?;
    module.section(&types).section(&imports).section(&functions);
    module.section(&tables).section(&memories).section(&globals);
    module.section(&exports);
    if let Some(start) = whole.start {
        let function_index = numbers.function(start);
        module.section(&StartSection { function_index });
    }
    module
        .section(&elements)
        .section(&code)
        .section(&memory(&part.data));
    numbers.done(module)
}

fn places(
    whole: &Whole,
    numbers: &mut Numbers,
) -> Result<(TableSection, MemorySection, GlobalSection), Wrong> {
    let (mut tables, mut memories) = (TableSection::new(), MemorySection::new());
    for table in &whole.tables {
        tables.table(numbers.table_type(*table)?);
    }
    for memory in &whole.memories {
        memories.memory(numbers.memory_type(*memory)?);
    }
    let mut globals = GlobalSection::new();
    for global in &whole.globals {
        numbers.parse_global(&mut globals, global.clone())?;
    }
    Ok((tables, memories, globals))
}

fn exports(
    whole: &Whole,
    begin: &str,
    names: &Names,
    numbers: &mut Numbers,
) -> Result<ExportSection, Wrong> {
    let mut section = ExportSection::new();
    for export in whole.exports.iter().filter(|export| export.name != begin) {
        numbers.parse_export(&mut section, *export)?;
    }
    for kind in [Kind::Memory, Kind::Table, Kind::Global, Kind::Function] {
        for (index, name) in names.shared(kind) {
            if whole.exports.iter().all(|export| export.name != name) {
                let index = match kind {
                    Kind::Function => numbers.function(index),
                    Kind::Table | Kind::Memory | Kind::Global => index,
                };
                section.export(name, kind.exported(), index);
            }
        }
    }
    Ok(section)
}

/// The second file.
pub(super) fn rest(
    whole: &Whole,
    part: &Part,
    begin: &str,
    names: &Names,
) -> Result<Vec<u8>, Wrong> {
    let mut numbers = Numbers::default();
    let imports = imports(whole, part, names, &mut numbers)?;
    let imported = u32::try_from(numbers.functions.len()).unwrap_or(u32::MAX);
    numbers
        .functions
        .extend(part.functions.iter().copied().zip(imported..));
    let (functions, code) = numbers.code(whole, &part.functions)?;
    let mut exports = ExportSection::new();
    for export in whole.exports.iter().filter(|export| export.name == begin) {
        numbers.parse_export(&mut exports, *export)?;
    }
    let elements = numbers.elements(&part.slots);
    let mut module = Module::new();
    let types = numbers.types(whole)?;
    module.section(&types).section(&imports).section(&functions);
    module.section(&exports).section(&elements).section(&code);
    module.section(&memory(&part.data));
    numbers.done(module)
}

/// What the rest imports: from the page's script as the first file does, and from the first file.
fn imports(
    whole: &Whole,
    part: &Part,
    names: &Names,
    numbers: &mut Numbers,
) -> Result<ImportSection, Wrong> {
    let mut section = ImportSection::new();
    let uses = part.functions.iter().filter_map(|it| whole.uses_of(*it));
    let called: BTreeSet<u32> = uses.flat_map(|it| it.functions.iter().copied()).collect();
    let mut next = 0..;
    for (index, import) in (0..).zip(&whole.imports) {
        if called.contains(&index) {
            let kind = EntityType::Function(numbers.kind_of(whole, index));
            section.import(import.module, import.name, kind);
            numbers.functions.extend(Some(index).zip(next.next()));
        }
    }
    for (index, name) in names.shared(Kind::Function) {
        let kind = EntityType::Function(numbers.kind_of(whole, index));
        section.import(FIRST, name, kind);
        numbers.functions.extend(Some(index).zip(next.next()));
    }
    import_things(&mut section, whole, names, numbers)?;
    Ok(section)
}

fn import_things(
    section: &mut ImportSection,
    whole: &Whole,
    names: &Names,
    numbers: &mut Numbers,
) -> Result<(), Wrong> {
    for ((_, name), memory) in names.shared(Kind::Memory).zip(&whole.memories) {
        section.import(FIRST, name, numbers.memory_type(*memory)?);
    }
    for ((index, name), number) in names.shared(Kind::Table).zip(0..) {
        if let Some(table) = whole.tables.get(index as usize) {
            section.import(FIRST, name, numbers.table_type(*table)?);
            numbers.tables.insert(index, number);
        }
    }
    for ((index, name), number) in names.shared(Kind::Global).zip(0..) {
        if let Some(global) = whole.globals.get(index as usize) {
            section.import(FIRST, name, numbers.global_type(global.ty)?);
            numbers.globals.insert(index, number);
        }
    }
    Ok(())
}
