//! What is taken out of a module before it is optimised.

use std::collections::BTreeSet;
use std::convert::Infallible;

use wasm_encoder::reencode::{self, Reencode, utils};
use wasm_encoder::{CodeSection, CustomSection, Function, Instruction, Module};
use wasmparser::{
    CustomSectionReader, FunctionBody, KnownCustom, Name, Operator, Parser, Payload, TypeRef,
};

use super::Wrong;

/// Functions that do nothing but word a panic, which nobody reads: here a panic only stops the program.
/// Yew words what it found in the page instead of an element, with the tables of all of Unicode's
/// small letters.
const SILENT: [&str; 1] = ["node_type_str"];

/// Whether a function only words a panic, by its name.
pub(super) fn is_silent(name: &str) -> bool {
    SILENT.iter().any(|silent| name.contains(silent))
}

/// The module without what the linker said, which optimisers cannot follow, and with nothing in those
/// functions but a stop.
///
/// # Errors
/// [`Wrong`] where it cannot be read, or where one of those functions is called and the program goes
/// on afterwards.
pub(crate) fn prepare(bytes: &[u8]) -> Result<Vec<u8>, Wrong> {
    let silent = silent_functions(bytes)?;
    let mut module = Module::new();
    let mut prepared = Prepared {
        silent,
        next: imported_functions(bytes)?,
        goes_on: false,
    };
    prepared.parse_core_module(&mut module, Parser::new(0), bytes)?;
    if prepared.goes_on {
        let expected = format!("a program should stop after {}", SILENT.join(", "));
        return Err(Wrong::unforeseen(expected));
    }
    Ok(module.finish())
}

struct Prepared {
    silent: BTreeSet<u32>,
    /// The index of the function that comes next.
    next: u32,
    goes_on: bool,
}

impl Reencode for Prepared {
    type Error = Infallible;

    fn parse_custom_section(
        &mut self,
        module: &mut Module,
        section: CustomSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        if section.name() != "linking" && !section.name().starts_with("reloc.") {
            module.section(&CustomSection {
                name: section.name().into(),
                data: section.data().into(),
            });
        }
        Ok(())
    }

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> Result<(), reencode::Error> {
        let index = self.next;
        self.next += 1;
        if self.silent.contains(&index) {
            let mut function = Function::new([]);
            function.instruction(&Instruction::Unreachable);
            function.instruction(&Instruction::End);
            code.function(&function);
            return Ok(());
        }
        self.goes_on |= goes_on_after(&body, &self.silent)?;
        utils::parse_function_body(self, code, body)
    }
}

/// Whether a call of one of these is not the last thing that is done.
fn goes_on_after(
    body: &FunctionBody<'_>,
    silent: &BTreeSet<u32>,
) -> Result<bool, wasmparser::BinaryReaderError> {
    let mut operators = body.get_operators_reader()?;
    let mut called = false;
    while !operators.eof() {
        let operator = operators.read()?;
        if called && !matches!(operator, Operator::Unreachable) {
            return Ok(true);
        }
        called = match operator {
            Operator::Call { function_index } => silent.contains(&function_index),
            Operator::RefFunc { function_index } if silent.contains(&function_index) => {
                return Ok(true);
            }
            _ => false,
        };
    }
    Ok(false)
}

fn silent_functions(bytes: &[u8]) -> Result<BTreeSet<u32>, Wrong> {
    let mut silent = BTreeSet::new();
    for payload in Parser::new(0).parse_all(bytes) {
        let Payload::CustomSection(section) = payload? else {
            continue;
        };
        let KnownCustom::Name(names) = section.as_known() else {
            continue;
        };
        for part in names {
            let Name::Function(functions) = part? else {
                continue;
            };
            for naming in functions {
                let naming = naming?;
                silent.extend(is_silent(naming.name).then_some(naming.index));
            }
        }
    }
    Ok(silent)
}

fn imported_functions(bytes: &[u8]) -> Result<u32, Wrong> {
    let mut imported = 0;
    for payload in Parser::new(0).parse_all(bytes) {
        if let Payload::ImportSection(section) = payload? {
            for import in section.into_imports() {
                imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
            }
        }
    }
    Ok(imported)
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{FunctionSection, ImportSection, NameMap, NameSection, TypeSection};

    use super::*;

    /// Function 0 is imported, 1 is silent, 2 calls it and then does this.
    fn module(then: &[Instruction]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("a", "b", wasm_encoder::EntityType::Function(0));
        let mut functions = FunctionSection::new();
        functions.function(0).function(0);
        let mut code = CodeSection::new();
        let mut words = Function::new([]);
        words
            .instruction(&Instruction::Call(0))
            .instruction(&Instruction::End);
        let mut caller = Function::new([]);
        caller.instruction(&Instruction::Call(1));
        for instruction in then {
            caller.instruction(instruction);
        }
        caller.instruction(&Instruction::End);
        code.function(&words).function(&caller);
        let mut map = NameMap::new();
        map.append(1, "yew::node_type_str");
        let mut names = NameSection::new();
        names.functions(&map);
        let linking = CustomSection {
            name: "linking".into(),
            data: [2].as_slice().into(),
        };
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions);
        module.section(&code).section(&linking).section(&names);
        module.finish()
    }

    #[test]
    fn words_of_a_panic_become_its_stop_and_the_linkers_words_go() {
        let prepared = prepare(&module(&[Instruction::Unreachable])).unwrap();
        let mut first_operators = Vec::new();
        for payload in Parser::new(0).parse_all(&prepared) {
            match payload.unwrap() {
                Payload::CodeSectionEntry(body) => {
                    let mut operators = body.get_operators_reader().unwrap();
                    first_operators.push(format!("{:?}", operators.read().unwrap()));
                }
                Payload::CustomSection(section) => assert_eq!(section.name(), "name"),
                _ => {}
            }
        }
        assert_eq!(
            first_operators,
            ["Unreachable", "Call { function_index: 1 }"]
        );
    }

    #[test]
    fn a_program_that_goes_on_is_told() {
        assert!(prepare(&module(&[Instruction::Nop, Instruction::Unreachable])).is_err());
        assert!(prepare(&module(&[])).is_err());
    }
}
