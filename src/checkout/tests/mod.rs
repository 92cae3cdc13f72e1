//! Every path of a checkout, without a browser.

#[path = "../../../tests/fixture/mod.rs"]
mod fixture;
mod table;
mod opening;
mod information;
mod country;
mod paying;
mod consent;
mod unanswered;
mod following;
mod line;
mod looking;
mod calling_off;
mod extras;
mod everywhere;
mod rest;
mod seen;
mod form;

use kassa_wire::AttemptKey;
use kassa_wire::embed::FrameMessage;
use kassa_wire::problem::ProblemCode;
use kassa_wire::state::{MethodKind, PaymentState, SessionState};
use kassa_wire::view::{ActionKind, ActionView, SessionView};

use super::form::Unchecked;
use super::form::card::{Month, field};
use super::{
    Checkout, Consent, Early, Effect, Event, Failure, Notice, Stage, State, Verdict, open, step,
};
use fixture::{countries, page_of, paid_view, view};

const TODAY: Month = Month {
    year: 2026,
    month: 11,
};

/// A checkout that events happen to, with every effect it asked for.
struct Journey {
    state: State,
    effects: Vec<Effect>,
}

impl Journey {
    fn of(view: SessionView) -> Self {
        Self {
            state: open(page_of(view), &countries(), &Early::default()),
            effects: Vec::new(),
        }
    }

    fn open() -> Self {
        Self::of(view(SessionState::Open))
    }

    fn confirmed() -> Self {
        Self::of(view(SessionState::Confirmed))
    }

    fn then(mut self, event: Event) -> Self {
        let (state, effects) = step(self.state, event, &Unchecked);
        Self {
            state,
            effects: {
                self.effects.extend(effects);
                self.effects
            },
        }
    }

    /// Forgets what was asked for so far.
    fn now(self) -> Self {
        Self {
            state: self.state,
            effects: Vec::new(),
        }
    }

    fn typed(self, name: &str, text: &str) -> Self {
        self.then(Event::FieldEdited {
            name: name.to_owned(),
            text: text.to_owned(),
        })
    }

    fn left(self, name: &str) -> Self {
        self.then(Event::FieldLeft {
            name: name.to_owned(),
        })
    }

    fn with_card(self, number: &str) -> Self {
        let texts = [
            (field::NUMBER, number),
            (field::EXPIRY, "04 / 29"),
            (field::CODE, "123"),
            (field::HOLDER, "A Okafor"),
        ];
        texts.into_iter().fold(
            self.then(Event::MethodChosen(MethodKind::Card)),
            |journey, (name, text)| {
                journey.then(Event::CardEdited {
                    name: name.to_owned(),
                    text: text.to_owned(),
                })
            },
        )
    }

    fn pressed_pay(self, key: &str) -> Self {
        self.then(Event::PayPressed {
            key: attempt_key(key),
            this_month: TODAY,
        })
    }

    fn answered_pay(self, key: &str, answer: Result<SessionView, Failure>) -> Self {
        self.then(Event::PayAnswered {
            key: attempt_key(key),
            answer: answer.map(Box::new),
        })
    }

    fn arrived(self, view: SessionView) -> Self {
        self.then(Event::ViewArrived(Box::new(view)))
    }

    fn checkout(&self) -> &Checkout {
        match &self.state {
            State::Checkout(checkout) => checkout,
            State::NotFound | State::Trouble => panic!("no session on the screen"),
        }
    }

    fn stage(&self) -> &Stage {
        &self.checkout().stage
    }

    fn notice(&self) -> Option<Notice> {
        self.checkout().notice
    }

    fn form(&self) -> &super::Form {
        let Stage::Editing(form) = self.stage() else {
            panic!("not editing but {:?}", self.stage());
        };
        form
    }

    fn payments(&self) -> Vec<(&str, Option<&str>)> {
        let sent = self.effects.iter().filter_map(|effect| {
            if let Effect::Pay { key, request } = effect {
                Some((key.as_str(), request.token.as_deref()))
            } else {
                None
            }
        });
        sent.collect()
    }

    fn told(&self) -> Vec<&FrameMessage> {
        self.effects
            .iter()
            .filter_map(|effect| {
                if let Effect::Tell(message) = effect {
                    Some(message)
                } else {
                    None
                }
            })
            .collect()
    }

    fn asks(&self, effect: &Effect) -> bool {
        self.effects.contains(effect)
    }
}

fn attempt_key(key: &str) -> AttemptKey {
    format!("{key}-0123456789abcdef").parse().unwrap()
}

fn refused(code: ProblemCode) -> Failure {
    Failure::Refused(code, Vec::new())
}

fn newer(view: SessionView, version: u32) -> SessionView {
    SessionView { version, ..view }
}

fn with_action(kind: ActionKind) -> SessionView {
    let mut view = paid_view(SessionState::Paying, PaymentState::RequiresAction);
    view.payment.as_mut().unwrap().action = Some(ActionView {
        kind,
        url: "/sandbox/elsewhere".to_owned(),
    });
    view
}

fn with_transfer() -> SessionView {
    let mut view = paid_view(SessionState::Paying, PaymentState::Processing);
    view.payment.as_mut().unwrap().transfer = Some(fixture::transfer());
    view
}
