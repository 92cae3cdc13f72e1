//! Rules that hold in every state, whatever happens.

use kassa_wire::problem::ProblemCode;

use super::table::{events, journeys};
use super::{Effect, Event, Failure, Stage, State, attempt_key, step};
use crate::checkout::form::Unchecked;

#[test]
fn a_payment_is_asked_for_only_by_a_press_or_again_once_the_network_is_back() {
    for journey in journeys() {
        for event in events() {
            let (_, effects) = step(journey.state.clone(), event.clone(), &Unchecked);
            let asked = effects
                .iter()
                .any(|effect| matches!(effect, Effect::Pay { .. }));
            let pressed = matches!(
                event,
                Event::PayPressed { .. }
                    | Event::RetryPressed
                    | Event::CardTokenised(Ok(_))
                    | Event::LineBack
                    | Event::HostAnswered { .. }
            );
            assert!(!asked || pressed, "{event:?} in {:?}", journey.state);
        }
    }
}

#[test]
fn while_an_attempt_is_under_way_no_other_key_is_ever_sent() {
    for journey in journeys() {
        let State::Checkout(checkout) = &journey.state else {
            continue;
        };
        let (Stage::Paying(attempt) | Stage::Unanswered(attempt)) = &checkout.stage else {
            continue;
        };
        for event in events() {
            let (_, effects) = step(journey.state.clone(), event, &Unchecked);
            for effect in effects {
                assert!(!matches!(effect, Effect::Pay { ref key, .. } if *key != attempt.key));
            }
        }
    }
}

#[test]
fn an_older_view_never_replaces_a_newer_one() {
    for journey in journeys() {
        let State::Checkout(checkout) = &journey.state else {
            continue;
        };
        for view in super::table::views() {
            let version = checkout.view.version;
            let older = super::newer(view, version.saturating_sub(1));
            let (state, _) = step(
                journey.state.clone(),
                Event::ViewArrived(Box::new(older)),
                &Unchecked,
            );
            assert_eq!(state, journey.state);
        }
    }
}

#[test]
fn a_final_state_stays_final_whatever_is_pressed() {
    let presses = || {
        vec![
            Event::ChangePressed,
            Event::ConfirmPressed,
            Event::PayPressed {
                key: attempt_key("two"),
                this_month: super::TODAY,
            },
            Event::RetryPressed,
            Event::CancelPressed,
        ]
    };
    for journey in journeys() {
        let State::Checkout(checkout) = &journey.state else {
            continue;
        };
        if matches!(
            checkout.stage,
            Stage::Paid | Stage::AlreadyPaid | Stage::Expired | Stage::Cancelled
        ) {
            for event in presses() {
                assert_eq!(
                    step(journey.state.clone(), event, &Unchecked),
                    (journey.state.clone(), Vec::new())
                );
            }
        }
    }
}

#[test]
fn a_session_that_is_gone_is_said_to_be_gone() {
    for journey in journeys() {
        let gone = Failure::Refused(ProblemCode::SessionNotFound, Vec::new());
        let (state, _) = step(journey.state, Event::ViewFailed(gone), &Unchecked);
        assert_eq!(state, State::NotFound);
    }
}

#[test]
fn nothing_happens_where_there_is_no_session() {
    for state in [State::NotFound, State::Trouble] {
        for event in events() {
            assert_eq!(
                step(state.clone(), event, &Unchecked),
                (state.clone(), Vec::new())
            );
        }
    }
}
