//! What the linker knows: who refers to whom.
//!
//! It says so in sections of their own where it is called with `--emit-relocs`, in the form of
//! <https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md>.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use wasmparser::{
    CustomSectionReader, Data, DataKind, Element, ElementItems, ElementKind, ExternalKind,
    KnownCustom, Linking, Name, Parser, Payload, RelocationEntry, RelocationType, SymbolFlags,
    SymbolInfo, TypeRef,
};

use super::Wrong;
use super::whole::constant;

/// What refers and is referred to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Thing {
    /// A function, by its index.
    Function(u32),
    /// A piece of data, by its symbol.
    Data(u32),
}

/// A module as the linker left it.
#[derive(Debug, Default)]
pub(crate) struct Linked {
    /// What each thing refers to.
    pub(super) refers: BTreeMap<Thing, BTreeSet<Thing>>,
    /// Which functions' places in the table each thing names.
    pub(super) takes: BTreeMap<Thing, BTreeSet<u32>>,
    /// Where in the table a function is.
    pub(super) slots: BTreeMap<u32, Vec<u32>>,
    /// Where in memory a piece of data is.
    pub(super) places: BTreeMap<u32, Range<u32>>,
    /// Functions that are called from outside, by name.
    pub(super) exports: BTreeMap<String, u32>,
    /// What is run or read in any case.
    pub(super) anyway: BTreeSet<Thing>,
    /// The functions' names.
    pub(super) names: BTreeMap<u32, String>,
}

impl Linked {
    /// Reads what cargo made.
    ///
    /// # Errors
    /// [`Wrong`] where it is not as linkers leave it today, or without what they know.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, Wrong> {
        let mut sections = Sections::default();
        for payload in Parser::new(0).parse_all(bytes) {
            sections.take(payload?)?;
        }
        sections.resolve()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Section {
    Code,
    Data,
}

/// The sections as they are read: what they refer to is known at the end.
#[derive(Default)]
struct Sections<'a> {
    linked: Linked,
    imported: u32,
    code: usize,
    data: usize,
    bodies: Vec<Range<usize>>,
    segments: Vec<(u32, Range<usize>)>,
    symbols: Vec<SymbolInfo<'a>>,
    relocations: Vec<(Section, RelocationEntry)>,
}

impl<'a> Sections<'a> {
    fn take(&mut self, payload: Payload<'a>) -> Result<(), Wrong> {
        match payload {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    let is_function = matches!(import?.ty, TypeRef::Func(_));
                    self.imported += u32::from(is_function);
                }
            }
            Payload::ExportSection(section) => {
                for export in section {
                    let export = export?;
                    if export.kind == ExternalKind::Func {
                        let name = export.name.to_owned();
                        self.linked.exports.insert(name, export.index);
                    }
                }
            }
            Payload::StartSection { func, .. } => {
                self.linked.anyway.insert(Thing::Function(func));
            }
            Payload::ElementSection(section) => {
                for element in section {
                    self.take_element(&element?)?;
                }
            }
            Payload::CodeSectionStart { range, .. } => self.code = range.start,
            Payload::CodeSectionEntry(body) => self.bodies.push(body.range()),
            Payload::DataSection(section) => {
                self.data = section.range().start;
                for data in section {
                    self.take_data(&data?)?;
                }
            }
            Payload::CustomSection(section) => self.take_custom(&section)?,
            _ => {}
        }
        Ok(())
    }

    fn take_element(&mut self, element: &Element<'a>) -> Result<(), Wrong> {
        let ElementKind::Active { offset_expr, .. } = &element.kind else {
            return Err(Wrong::unforeseen("the table should be filled at once"));
        };
        let ElementItems::Functions(functions) = &element.items else {
            return Err(Wrong::unforeseen("the table should have functions in it"));
        };
        for (slot, function) in (constant(offset_expr)?..).zip(functions.clone()) {
            self.linked.slots.entry(function?).or_default().push(slot);
        }
        Ok(())
    }

    fn take_data(&mut self, data: &Data<'a>) -> Result<(), Wrong> {
        let DataKind::Active { offset_expr, .. } = &data.kind else {
            return Err(Wrong::unforeseen("memory should be filled at once"));
        };
        let bytes = data.range.end - data.data.len()..data.range.end;
        self.segments.push((constant(offset_expr)?, bytes));
        Ok(())
    }

    fn take_custom(&mut self, section: &CustomSectionReader<'a>) -> Result<(), Wrong> {
        match section.as_known() {
            KnownCustom::Linking(linking) => {
                for part in linking.subsections() {
                    if let Linking::SymbolTable(symbols) = part? {
                        self.symbols = symbols.into_iter().collect::<Result<_, _>>()?;
                    }
                }
            }
            KnownCustom::Reloc(reader) => {
                let section = match section.name() {
                    "reloc.CODE" => Section::Code,
                    "reloc.DATA" => Section::Data,
                    // What debuggers read.
                    _ => return Ok(()),
                };
                for entry in reader.entries() {
                    self.relocations.push((section, entry?));
                }
            }
            KnownCustom::Name(names) => {
                for part in names {
                    if let Name::Function(functions) = part? {
                        for naming in functions {
                            let naming = naming?;
                            let name = naming.name.to_owned();
                            self.linked.names.insert(naming.index, name);
                        }
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn resolve(mut self) -> Result<Linked, Wrong> {
        if self.relocations.is_empty() {
            return Err(Wrong::unforeseen(
                "the linker should say who refers to whom",
            ));
        }
        self.place_data();
        for (section, entry) in std::mem::take(&mut self.relocations) {
            let Some((to, taken)) = self.target(&entry)? else {
                continue;
            };
            let from = self.sources(section, &entry)?;
            if from.is_empty() {
                self.linked.anyway.insert(to);
            }
            for thing in from {
                self.linked.refers.entry(thing).or_default().insert(to);
                if let Some(function) = taken {
                    let all = self.linked.takes.entry(thing).or_default();
                    all.insert(function);
                }
            }
        }
        Ok(self.linked)
    }

    fn place_data(&mut self) {
        for (index, symbol) in (0..).zip(&self.symbols) {
            if let SymbolInfo::Data {
                flags,
                symbol: Some(defined),
                ..
            } = symbol
                && !flags.contains(SymbolFlags::ABSOLUTE)
                && let Some((base, _)) = self.segments.get(defined.index as usize)
            {
                let start = base + defined.offset;
                let place = start..start + defined.size;
                self.linked.places.insert(index, place);
            }
        }
    }

    /// What a relocation refers to, and whose place in the table it names.
    fn target(&self, entry: &RelocationEntry) -> Result<Option<(Thing, Option<u32>)>, Wrong> {
        use RelocationType as R;
        let symbol = self.symbols.get(entry.index as usize);
        Ok(match (entry.ty, symbol) {
            (R::FunctionIndexLeb | R::FunctionIndexI32, Some(SymbolInfo::Func { index, .. })) => {
                Some((Thing::Function(*index), None))
            }
            (
                R::TableIndexSleb | R::TableIndexI32 | R::TableIndexRelSleb,
                Some(SymbolInfo::Func { index, .. }),
            ) => Some((Thing::Function(*index), Some(*index))),
            (
                R::MemoryAddrLeb | R::MemoryAddrSleb | R::MemoryAddrI32 | R::MemoryAddrRelSleb,
                Some(SymbolInfo::Data { .. }),
            ) => Some((Thing::Data(entry.index), None)),
            (R::TypeIndexLeb | R::GlobalIndexLeb | R::GlobalIndexI32 | R::TableNumberLeb, _) => {
                None
            }
            (kind, _) => {
                let expected = format!("a relocation of the kind {kind:?} should be known");
                return Err(Wrong::unforeseen(expected));
            }
        })
    }

    /// Where a relocation is: in which function, or in which pieces of data. None are in data that
    /// has no name.
    fn sources(&self, section: Section, entry: &RelocationEntry) -> Result<Vec<Thing>, Wrong> {
        let offset = entry.offset as usize;
        let lost = || Wrong::unforeseen("a relocation should be somewhere");
        match section {
            Section::Code => {
                let at = self.code + offset;
                let body = self.bodies.partition_point(|body| body.end <= at);
                let within = self.bodies.get(body).filter(|body| body.contains(&at));
                within.ok_or_else(lost)?;
                let body = u32::try_from(body).map_err(|_| lost())?;
                Ok(vec![Thing::Function(self.imported + body)])
            }
            Section::Data => {
                let at = self.data + offset;
                let mut segments = self.segments.iter();
                let within = segments.find(|(_, bytes)| bytes.contains(&at));
                let (base, bytes) = within.ok_or_else(lost)?;
                let address = base + u32::try_from(at - bytes.start).map_err(|_| lost())?;
                let places = self.linked.places.iter();
                let named = places.filter(|(_, place)| place.contains(&address));
                Ok(named.map(|(symbol, _)| Thing::Data(*symbol)).collect())
            }
        }
    }
}
