//! A part's own numbers for what it has of the whole.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;

use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{
    CodeSection, ConstExpr, ElementSection, Elements, FunctionSection, Module, TypeSection,
};

use super::Wrong;
use super::whole::Whole;

/// The numbers of the whole as those of a part. Types are numbered as they come up.
#[derive(Default)]
pub(super) struct Numbers {
    pub(super) functions: BTreeMap<u32, u32>,
    pub(super) tables: BTreeMap<u32, u32>,
    pub(super) globals: BTreeMap<u32, u32>,
    types: Vec<u32>,
    /// Something that is not in the part was asked for.
    astray: bool,
}

impl Numbers {
    fn kind(&mut self, kind: u32) -> u32 {
        let place = self.types.iter().position(|it| *it == kind);
        let place = place.unwrap_or_else(|| {
            self.types.push(kind);
            self.types.len() - 1
        });
        u32::try_from(place).unwrap_or(u32::MAX)
    }

    pub(super) fn function(&mut self, index: u32) -> u32 {
        let found = self.functions.get(&index).copied();
        self.found(found)
    }

    fn found(&mut self, found: Option<u32>) -> u32 {
        self.astray |= found.is_none();
        found.unwrap_or_default()
    }

    pub(super) fn types(&mut self, whole: &Whole) -> Result<TypeSection, Wrong> {
        let mut section = TypeSection::new();
        for kind in self.types.clone() {
            let Some(kind) = whole.types.get(kind as usize) else {
                return Err(Wrong::unforeseen("every type should be known"));
            };
            let function = self.func_type(kind.clone())?;
            section.ty().func_type(&function);
        }
        Ok(section)
    }

    pub(super) fn elements(&mut self, slots: &BTreeMap<(u32, u32), u32>) -> ElementSection {
        let mut section = ElementSection::new();
        for ((table, slot), functions) in rows(slots) {
            let table = self.tables.get(&table).copied();
            let table = self.found(table);
            let functions: Vec<u32> = functions.iter().map(|it| self.function(*it)).collect();
            let offset = ConstExpr::i32_const(slot.cast_signed());
            let functions = Elements::Functions(functions.into());
            section.active((table != 0).then_some(table), &offset, functions);
        }
        section
    }

    pub(super) fn code(
        &mut self,
        whole: &Whole,
        functions: &BTreeSet<u32>,
    ) -> Result<(FunctionSection, CodeSection), Wrong> {
        let (mut kinds, mut code) = (FunctionSection::new(), CodeSection::new());
        for (index, body) in (whole.imported()..).zip(&whole.bodies) {
            if functions.contains(&index) {
                kinds.function(self.kind_of(whole, index));
                self.parse_function_body(&mut code, body.clone())?;
            }
        }
        Ok((kinds, code))
    }

    pub(super) fn kind_of(&mut self, whole: &Whole, function: u32) -> u32 {
        let kind = whole.functions.get(function as usize).copied();
        let kind = self.found(kind);
        self.kind(kind)
    }

    pub(super) fn done(&self, module: Module) -> Result<Vec<u8>, Wrong> {
        if self.astray {
            return Err(Wrong::unforeseen("a part should have all that it uses"));
        }
        Ok(module.finish())
    }
}

impl Reencode for Numbers {
    type Error = Infallible;

    fn function_index(&mut self, index: u32) -> Result<u32, Error> {
        Ok(self.function(index))
    }

    fn global_index(&mut self, index: u32) -> Result<u32, Error> {
        let found = self.globals.get(&index).copied();
        Ok(self.found(found))
    }

    fn table_index(&mut self, index: u32) -> Result<u32, Error> {
        let found = self.tables.get(&index).copied();
        Ok(self.found(found))
    }

    fn type_index(&mut self, index: u32) -> Result<u32, Error> {
        Ok(self.kind(index))
    }
}

/// Places that follow each other, as one row.
fn rows(slots: &BTreeMap<(u32, u32), u32>) -> Vec<((u32, u32), Vec<u32>)> {
    let mut rows: Vec<((u32, u32), Vec<u32>)> = Vec::new();
    for (&(table, slot), &function) in slots {
        match rows.last_mut() {
            Some(((last, start), row)) if *last == table && (*start..slot).len() == row.len() => {
                row.push(function);
            }
            Some(_) | None => rows.push(((table, slot), vec![function])),
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_in_a_row_are_one_row_and_a_gap_ends_it() {
        let slots = [((0, 1), 10), ((0, 2), 11), ((0, 4), 12), ((1, 5), 13)].into();
        let expected = [
            ((0, 1), vec![10, 11]),
            ((0, 4), vec![12]),
            ((1, 5), vec![13]),
        ];
        assert_eq!(rows(&slots), expected);
    }

    #[test]
    fn a_part_that_lacks_something_is_not_written() {
        let mut numbers = Numbers::default();
        assert!(numbers.done(Module::new()).is_ok());
        numbers.function(3);
        assert!(numbers.done(Module::new()).is_err());
    }
}
