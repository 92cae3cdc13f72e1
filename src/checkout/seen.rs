//! What there is to see of an event.

use kassa_wire::payer::field;
use kassa_wire::problem::FieldProblem;

use super::event::Event;
use super::state::{Form, Stage, State};

/// Whether the page looks another way once `event` has happened in `state`.
///
/// A text that was typed stands in its field already: nothing has to be drawn for it, unless more
/// follows from it than that. Drawing the page takes longer than all else that a key costs.
///
/// A screen that shows something else by what is typed, as a card's brand, needs a line here.
#[must_use]
pub fn is_seen(state: &State, event: &Event) -> bool {
    let State::Checkout(checkout) = state else {
        return true;
    };
    match (&checkout.stage, event) {
        (Stage::Editing(form), Event::FieldEdited { name, .. }) => more_follows(form, name),
        (Stage::Choosing(choice), Event::CardEdited { name, .. }) => is_said(&choice.errors, name),
        _ => true,
    }
}

fn more_follows(form: &Form, name: &str) -> bool {
    let offers = name == field::EMAIL && form.meant.is_some();
    offers || name == field::COUNTRY || is_said(&form.errors, name)
}

fn is_said(errors: &[FieldProblem], name: &str) -> bool {
    errors.iter().any(|error| error.field == name)
}
