//! The payer's information, parsed against the fields that this session asks for.

use kassa_wire::payer::PayerValues;
use kassa_wire::payer::field::POSTAL_CODE;
use kassa_wire::problem::{FieldCode, FieldProblem};
use kassa_wire::view::{FieldKind, FieldView};

use super::Checks;

/// Information that every field has taken. There is no other way to one than [`parse`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payer(PayerValues);

impl Payer {
    /// The values, cleaned: no space around them, no empty ones, none that no field asked for.
    #[must_use]
    pub fn values(&self) -> &PayerValues {
        &self.0
    }

    /// The values, cleaned.
    #[must_use]
    pub fn into_values(self) -> PayerValues {
        self.0
    }
}

/// The payer's information out of what was typed. Values that no field asks for are left out.
///
/// # Errors
/// Every field that cannot be taken, in the fields' order, by the field's own name (without a
/// `payer.` before it).
pub fn parse(
    fields: &[FieldView],
    typed: &PayerValues,
    checks: &dyn Checks,
) -> Result<Payer, Vec<FieldProblem>> {
    let mut values = PayerValues::new();
    let mut problems = Vec::new();
    for field in fields {
        match parse_field(field, typed_in(field, typed), checks) {
            Ok(value) if value.is_empty() => {}
            Ok(value) => drop(values.insert(field.name.clone(), value)),
            Err(code) => problems.push(FieldProblem {
                field: field.name.clone(),
                code,
            }),
        }
    }
    if problems.is_empty() {
        Ok(Payer(values))
    } else {
        Err(problems)
    }
}

/// What is wrong with one field, if anything: for saying so when the field is left.
#[must_use]
pub fn problem_of(
    field: &FieldView,
    typed: &PayerValues,
    checks: &dyn Checks,
) -> Option<FieldCode> {
    parse_field(field, typed_in(field, typed), checks).err()
}

fn typed_in<'a>(field: &FieldView, typed: &'a PayerValues) -> &'a str {
    typed.get(&field.name).map_or("", String::as_str)
}

fn parse_field(field: &FieldView, typed: &str, checks: &dyn Checks) -> Result<String, FieldCode> {
    let text = super::text::parse(typed, field.max_length)?;
    if text.is_empty() {
        return if field.required {
            Err(FieldCode::Required)
        } else {
            Ok(text)
        };
    }
    match field.kind {
        FieldKind::Text => like(field, text, checks),
        FieldKind::Number => like(field, super::number::parse(&text)?, checks),
        FieldKind::Date if checks.is_day(&text) => Ok(text),
        FieldKind::Date => Err(FieldCode::InvalidDate),
        FieldKind::Email => super::email::parse(&text),
        FieldKind::Phone => checks.phone(super::phone::parse(&text)?),
        FieldKind::Country | FieldKind::Choice => one_of(field, text),
    }
}

/// A text that has to look like the field's pattern, where it has one.
fn like(field: &FieldView, text: String, checks: &dyn Checks) -> Result<String, FieldCode> {
    let Some(pattern) = &field.pattern else {
        return Ok(text);
    };
    let read = if field.name == POSTAL_CODE {
        super::postal::parse(pattern, &text, checks)
    } else {
        Some(text).filter(|text| checks.matches(pattern, text))
    };
    read.ok_or(FieldCode::InvalidFormat)
}

fn one_of(field: &FieldView, text: String) -> Result<String, FieldCode> {
    let known = field.options.iter().any(|option| option.value == text);
    if known {
        Ok(text)
    } else {
        Err(FieldCode::UnknownOption)
    }
}
