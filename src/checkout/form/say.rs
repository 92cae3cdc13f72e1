//! What is said under the fields, in the order of the fields.

use kassa_wire::problem::{FieldCode, FieldProblem};

/// Says what is wrong with a field, if something is, between what is said of its neighbours.
/// `order` names the fields as they stand on the screen.
pub(in crate::checkout) fn say(
    said: &mut Vec<FieldProblem>,
    name: &str,
    code: Option<FieldCode>,
    order: &[&str],
) {
    let Some(code) = code else { return };
    let place_of = |wanted: &str| order.iter().position(|name| *name == wanted);
    let later = |problem: &FieldProblem| place_of(&problem.field) > place_of(name);
    let place = said.iter().position(later).unwrap_or(said.len());
    let field = name.to_owned();
    said.insert(place, FieldProblem { field, code });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_said_in_the_order_of_the_fields_however_they_were_left() {
        let order = ["first", "second", "third"];
        let mut said = Vec::new();
        for name in ["third", "first", "second"] {
            say(&mut said, name, Some(FieldCode::Required), &order);
        }
        say(&mut said, "first", None, &order);
        let fields: Vec<_> = said.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(fields, order);
    }
}
