//! What is on the screen in each state: leaves put together.
//!
//! A screen reads the state and changes nothing. To add one: a file with one function, and a line
//! in `work`.

mod frame;
mod notices;
mod information;
mod payment;
mod method_list;
mod waiting;
mod receipt;
mod transfer;
mod closed;

pub(super) use frame::{Listeners, page};
pub(super) use notices::key_of as notice_key;

use kassa_wire::page::Page;
use yew::Html;

use super::place::Address;
use crate::checkout::{Checkout, Draft, Stage};
use crate::components::{Busy, Hidden};
use crate::i18n::{Catalogue, Key};

/// What every screen is drawn with.
#[derive(Debug)]
pub(super) struct Screen<'a> {
    pub(super) text: &'a Catalogue,
    pub(super) page: &'a Page,
    pub(super) locale: &'a str,
    pub(super) saying: Option<Key>,
}

impl Screen<'_> {
    fn address<'a>(&'a self, checkout: &'a Checkout) -> Address<'a> {
        Address {
            session: &checkout.view.id,
            locale: self.locale,
            ui: self.page.ui,
        }
    }

    /// A sentence about this session: recipient and total filled in.
    fn about(&self, key: Key, checkout: &Checkout) -> String {
        let view = &checkout.view;
        self.text.fill(
            key,
            &[("recipient", &view.recipient.name), ("total", &view.total)],
        )
    }
}

/// What every form carries: which version it is a change of.
fn version(checkout: &Checkout) -> Hidden {
    ("version", checkout.view.version.to_string())
}

/// What there is to do, by stage.
fn work(screen: &Screen, checkout: &Checkout) -> Html {
    stage(screen, checkout, &checkout.stage)
}

fn stage(screen: &Screen, checkout: &Checkout, stage: &Stage) -> Html {
    match stage {
        Stage::Reviewing => information::review(screen, checkout, Busy::No),
        Stage::Editing(form) => information::form(screen, checkout, form, Busy::No),
        Stage::Confirming(Draft::Summary) => information::review(screen, checkout, Busy::Yes),
        Stage::Confirming(Draft::Form(form)) => {
            information::form(screen, checkout, form, Busy::Yes)
        }
        Stage::Choosing(choice) => {
            payment::choose(screen, checkout, choice, &checkout.form_key, Busy::No)
        }
        Stage::Paying(attempt) => {
            payment::choose(screen, checkout, &attempt.choice, &attempt.key, Busy::Yes)
        }
        Stage::Unanswered(attempt) => waiting::unanswered(screen, checkout, attempt),
        Stage::Following => waiting::following(screen, checkout),
        Stage::Acting(action) => waiting::acting(screen, checkout, action),
        Stage::Pending(details) => transfer::pending(screen, checkout, details),
        Stage::Paid => receipt::paid(screen, checkout),
        Stage::AlreadyPaid => receipt::already_paid(screen, checkout),
        Stage::Expired => closed::closed(screen, checkout, Key::ExpiredHeading, Key::ExpiredText),
        Stage::Cancelled => {
            closed::closed(screen, checkout, Key::CancelledHeading, Key::CancelledText)
        }
        Stage::Cancelling(before) => self::stage(screen, checkout, before),
    }
}
