//! The fields of an object, read one by one; everything wrong is told at once.

use kassa_wire::problem::{FieldCode, FieldProblem, ProblemCode};
use serde_json::{Map, Value};

use crate::http::Failure;

/// Reads an object's fields and gathers what is wrong with them. Absent and `null` are the same.
pub(in crate::http) struct Fields<'a> {
    object: &'a Map<String, Value>,
    prefix: &'static str,
    errors: Vec<FieldProblem>,
}

impl<'a> Fields<'a> {
    /// The fields of a body.
    pub(in crate::http) const fn of(object: &'a Map<String, Value>) -> Self {
        Self::inside("", object)
    }

    /// The fields of an object inside the body; the prefix ends with a dot.
    pub(in crate::http) const fn inside(
        prefix: &'static str,
        object: &'a Map<String, Value>,
    ) -> Self {
        Self {
            object,
            prefix,
            errors: Vec::new(),
        }
    }

    /// The value as it is.
    pub(in crate::http) fn value(&self, name: &str) -> Option<&'a Value> {
        self.object.get(name).filter(|value| !value.is_null())
    }

    /// A text of so many characters at the most, without control characters other than line
    /// breaks and tabs.
    pub(in crate::http) fn text(&mut self, name: &str, max: usize) -> Option<String> {
        let text = match self.value(name)? {
            Value::String(text) => text,
            Value::Bool(_)
            | Value::Number(_)
            | Value::Array(_)
            | Value::Object(_)
            | Value::Null => {
                self.blame(name, FieldCode::WrongType);
                return None;
            }
        };
        match text_problem(text, max) {
            None => Some(text.clone()),
            Some(code) => {
                self.blame(name, code);
                None
            }
        }
    }

    /// A text that reads as something.
    pub(in crate::http) fn parsed<T>(
        &mut self,
        name: &str,
        code: FieldCode,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.text(name, 4096)?;
        let value = read(&text);
        if value.is_none() {
            self.blame(name, code);
        }
        value
    }

    /// An object.
    pub(in crate::http) fn object(&mut self, name: &str) -> Option<&'a Map<String, Value>> {
        let value = self.value(name)?;
        if value.as_object().is_none() {
            self.blame(name, FieldCode::WrongType);
        }
        value.as_object()
    }

    /// The value, or the complaint that there is none. Says nothing where the field was already
    /// blamed.
    pub(in crate::http) fn required<T>(&mut self, name: &str, value: Option<T>) -> Option<T> {
        if value.is_none() && self.value(name).is_none() {
            self.blame(name, FieldCode::Required);
        }
        value
    }

    /// A list of objects, so many at the most.
    pub(in crate::http) fn objects(
        &mut self,
        name: &str,
        most: usize,
    ) -> Option<Vec<&'a Map<String, Value>>> {
        self.each(name, most, Value::as_object)
    }

    /// A list of texts, so many at the most, each of so many characters at the most.
    pub(in crate::http) fn texts(
        &mut self,
        name: &str,
        most: usize,
        max: usize,
    ) -> Option<Vec<String>> {
        let texts = self.each(name, most, Value::as_str)?;
        if let Some(code) = texts.iter().find_map(|text| text_problem(text, max)) {
            self.blame(name, code);
            return None;
        }
        Some(texts.into_iter().map(str::to_owned).collect())
    }

    fn each<T>(
        &mut self,
        name: &str,
        most: usize,
        read: impl Fn(&'a Value) -> Option<T>,
    ) -> Option<Vec<T>> {
        let list = self.value(name)?.as_array();
        let read = list.and_then(|list| list.iter().map(read).collect::<Option<Vec<T>>>());
        match read {
            Some(list) if list.len() <= most => Some(list),
            Some(_) => {
                self.blame(name, FieldCode::TooLong);
                None
            }
            None => {
                self.blame(name, FieldCode::WrongType);
                None
            }
        }
    }

    /// True or false.
    pub(in crate::http) fn truth(&mut self, name: &str) -> Option<bool> {
        let truth = self.value(name)?.as_bool();
        if truth.is_none() {
            self.blame(name, FieldCode::WrongType);
        }
        truth
    }

    /// An integer of minor units, which has to be there.
    pub(in crate::http) fn minor_units(&mut self, name: &str) -> Option<i64> {
        let Some(value) = self.value(name) else {
            self.blame(name, FieldCode::Required);
            return None;
        };
        let amount = value.as_i64();
        if amount.is_none() {
            let code = if value.is_number() {
                FieldCode::Invalid
            } else {
                FieldCode::WrongType
            };
            self.blame(name, code);
        }
        amount
    }

    /// Something is wrong with a field.
    pub(in crate::http) fn blame(&mut self, name: &str, code: FieldCode) {
        self.errors.push(FieldProblem {
            field: format!("{}{name}", self.prefix),
            code,
        });
    }

    /// What was found wrong inside belongs to this object too.
    pub(in crate::http) fn absorb(&mut self, inside: Fields<'_>) {
        self.errors.extend(inside.errors);
    }

    /// What is wrong, if anything is.
    pub(in crate::http) fn failure(self) -> Option<Failure> {
        let first = self.errors.first()?;
        let recipient = first.field == "recipient" && first.code == FieldCode::InvalidRecipientId;
        let order = first.field == "order" && first.code == FieldCode::Invalid;
        let code = if recipient {
            ProblemCode::UnknownRecipient
        } else if order {
            ProblemCode::UnknownOrder
        } else {
            ProblemCode::InvalidField
        };
        let named: Vec<&str> = self
            .errors
            .iter()
            .map(|error| error.field.as_str())
            .collect();
        let detail = format!("Cannot be taken: {}.", named.join(", "));
        Some(Failure::new(code, detail).blaming_all(self.errors))
    }
}

/// What is wrong with a text that a merchant writes.
pub(in crate::http) fn text_problem(text: &str, max: usize) -> Option<FieldCode> {
    let unwelcome = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    if text.chars().any(unwelcome) {
        Some(FieldCode::InvalidCharacters)
    } else if text.chars().count() > max {
        Some(FieldCode::TooLong)
    } else {
        None
    }
}
