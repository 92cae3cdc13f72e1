//! The finished module, taken apart.

use std::collections::{BTreeMap, BTreeSet};

use wasmparser::{
    ConstExpr, Data, DataKind, Element, ElementItems, ElementKind, Export, FuncType, FunctionBody,
    Global, Import, MemoryType, Operator, Parser, Payload, TableType, TypeRef,
};

use super::Wrong;

/// Everything that is in it.
#[derive(Default)]
pub(super) struct Whole<'a> {
    pub(super) types: Vec<FuncType>,
    pub(super) imports: Vec<Import<'a>>,
    /// The type of each function, imported ones first.
    pub(super) functions: Vec<u32>,
    pub(super) tables: Vec<TableType>,
    pub(super) memories: Vec<MemoryType>,
    pub(super) globals: Vec<Global<'a>>,
    pub(super) exports: Vec<Export<'a>>,
    pub(super) start: Option<u32>,
    /// Which function is where, by table and place.
    pub(super) slots: BTreeMap<(u32, u32), u32>,
    pub(super) bodies: Vec<FunctionBody<'a>>,
    /// What each function that is not imported uses.
    pub(super) uses: Vec<Uses>,
    /// Address and bytes.
    pub(super) data: Vec<(u32, &'a [u8])>,
}

/// What a function uses by its index.
#[derive(Clone, Debug, Default)]
pub(super) struct Uses {
    pub(super) functions: BTreeSet<u32>,
    pub(super) globals: BTreeSet<u32>,
    pub(super) tables: BTreeSet<u32>,
}

impl<'a> Whole<'a> {
    /// Reads it.
    pub(super) fn read(bytes: &'a [u8]) -> Result<Self, Wrong> {
        let mut whole = Self::default();
        for payload in Parser::new(0).parse_all(bytes) {
            whole.take(payload?)?;
        }
        whole.uses = whole.bodies.iter().map(uses).collect::<Result<_, _>>()?;
        Ok(whole)
    }

    /// How many functions are imported.
    pub(super) fn imported(&self) -> u32 {
        u32::try_from(self.imports.len()).unwrap_or(u32::MAX)
    }

    /// What a function uses; nothing where it is imported.
    pub(super) fn uses_of(&self, function: u32) -> Option<&Uses> {
        let own = function.checked_sub(self.imported())?;
        self.uses.get(usize::try_from(own).ok()?)
    }

    fn take(&mut self, payload: Payload<'a>) -> Result<(), Wrong> {
        match payload {
            Payload::TypeSection(section) => {
                let types = section.into_iter_err_on_gc_types();
                self.types = types.collect::<Result<_, _>>()?;
            }
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    self.take_import(import?)?;
                }
            }
            Payload::FunctionSection(section) => {
                for function in section {
                    self.functions.push(function?);
                }
            }
            Payload::TableSection(section) => {
                for table in section {
                    self.tables.push(table?.ty);
                }
            }
            Payload::MemorySection(section) => {
                self.memories = section.into_iter().collect::<Result<_, _>>()?;
            }
            Payload::GlobalSection(section) => {
                self.globals = section.into_iter().collect::<Result<_, _>>()?;
            }
            Payload::ExportSection(section) => {
                self.exports = section.into_iter().collect::<Result<_, _>>()?;
            }
            Payload::StartSection { func, .. } => self.start = Some(func),
            other => self.take_content(other)?,
        }
        Ok(())
    }

    fn take_content(&mut self, payload: Payload<'a>) -> Result<(), Wrong> {
        match payload {
            Payload::ElementSection(section) => {
                for element in section {
                    self.take_element(&element?)?;
                }
            }
            Payload::CodeSectionEntry(body) => self.bodies.push(body),
            Payload::DataSection(section) => {
                for data in section {
                    self.take_data(&data?)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn take_import(&mut self, import: Import<'a>) -> Result<(), Wrong> {
        let TypeRef::Func(kind) = import.ty else {
            return Err(Wrong::unforeseen("only functions should be imported"));
        };
        self.functions.push(kind);
        self.imports.push(import);
        Ok(())
    }

    fn take_element(&mut self, element: &Element<'a>) -> Result<(), Wrong> {
        let (
            ElementKind::Active {
                table_index,
                offset_expr,
            },
            ElementItems::Functions(functions),
        ) = (&element.kind, &element.items)
        else {
            return Err(Wrong::unforeseen("tables should be filled at once"));
        };
        let table = table_index.unwrap_or(0);
        for (slot, function) in (constant(offset_expr)?..).zip(functions.clone()) {
            self.slots.insert((table, slot), function?);
        }
        Ok(())
    }

    fn take_data(&mut self, data: &Data<'a>) -> Result<(), Wrong> {
        let DataKind::Active { offset_expr, .. } = &data.kind else {
            return Err(Wrong::unforeseen("memory should be filled at once"));
        };
        self.data.push((constant(offset_expr)?, data.data));
        Ok(())
    }
}

/// The number that an expression is, where it is one.
pub(super) fn constant(expression: &ConstExpr) -> Result<u32, Wrong> {
    match expression.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value.cast_unsigned()),
        _ => Err(Wrong::unforeseen("addresses should be numbers")),
    }
}

fn uses(body: &FunctionBody) -> Result<Uses, Wrong> {
    let mut uses = Uses::default();
    let mut operators = body.get_operators_reader()?;
    while !operators.eof() {
        match operators.read()? {
            Operator::Call { function_index }
            | Operator::ReturnCall { function_index }
            | Operator::RefFunc { function_index } => {
                uses.functions.insert(function_index);
            }
            Operator::GlobalGet { global_index } | Operator::GlobalSet { global_index } => {
                uses.globals.insert(global_index);
            }
            Operator::CallIndirect { table_index, .. }
            | Operator::ReturnCallIndirect { table_index, .. } => {
                uses.tables.insert(table_index);
            }
            Operator::TableGet { table }
            | Operator::TableSet { table }
            | Operator::TableGrow { table }
            | Operator::TableSize { table }
            | Operator::TableFill { table } => {
                uses.tables.insert(table);
            }
            _ => {}
        }
    }
    Ok(uses)
}
