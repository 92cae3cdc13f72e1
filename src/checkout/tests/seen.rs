//! What is drawn for a key, and what is not.

use kassa_wire::state::MethodKind;

use super::table::{events, journeys};
use super::{Journey, TODAY};
use crate::checkout::form::{Unchecked, card};
use crate::checkout::{Event, Stage, State, is_seen, step};

fn typing(name: &str, text: &str) -> Event {
    Event::FieldEdited {
        name: name.to_owned(),
        text: text.to_owned(),
    }
}

fn card_typing(text: &str) -> Event {
    Event::CardEdited {
        name: card::field::NUMBER.to_owned(),
        text: text.to_owned(),
    }
}

fn editing() -> Journey {
    Journey::open().then(Event::ChangePressed)
}

#[test]
fn a_text_stands_in_its_field_already() {
    assert!(!is_seen(&editing().state, &typing("city", "Enugu")));
}

#[test]
fn an_error_that_is_said_may_go_away_with_the_next_key() {
    let wrong = editing().typed("city", "").left("city");
    assert!(is_seen(&wrong.state, &typing("city", "E")));
    assert!(!is_seen(&wrong.state, &typing("address", "4")));
}

#[test]
fn an_offer_goes_away_with_the_next_key() {
    let slipped = editing().typed("email", "a@gmial.com").left("email");
    assert!(is_seen(&slipped.state, &typing("email", "a@gmial.co")));
    assert!(!is_seen(&editing().state, &typing("email", "a@gmail.com")));
}

#[test]
fn another_country_has_other_fields() {
    assert!(is_seen(&editing().state, &typing("country", "JP")));
}

#[test]
fn a_card_is_drawn_where_something_was_said_of_it() {
    let card = Journey::confirmed().then(Event::MethodChosen(MethodKind::Card));
    assert!(!is_seen(&card.state, &card_typing("42")));
    let wrong = card.then(card_typing("41")).then(Event::CardLeft {
        name: card::field::NUMBER.to_owned(),
        this_month: TODAY,
    });
    assert!(is_seen(&wrong.state, &card_typing("411")));
}

#[test]
fn what_does_not_happen_here_is_drawn() {
    assert!(is_seen(&Journey::open().state, &typing("city", "Enugu")));
    assert!(is_seen(&editing().state, &Event::ConfirmPressed));
}

/// The state without the texts, which stand in their fields.
fn untyped(state: &State) -> State {
    let mut state = state.clone();
    let State::Checkout(checkout) = &mut state else {
        return state;
    };
    if let Stage::Editing(form) = &mut checkout.stage {
        form.values.clear();
    }
    if let Stage::Choosing(choice) = &mut checkout.stage {
        choice.card = card::CardText::default();
    }
    state
}

#[test]
fn whatever_is_not_drawn_changes_a_text_and_nothing_else() {
    let mut undrawn = 0;
    for journey in journeys() {
        for event in events() {
            if is_seen(&journey.state, &event) {
                continue;
            }
            undrawn += 1;
            let (after, effects) = step(journey.state.clone(), event, &Unchecked);
            assert_eq!(untyped(&after), untyped(&journey.state));
            assert!(effects.is_empty());
        }
    }
    assert!(undrawn > 0);
}
