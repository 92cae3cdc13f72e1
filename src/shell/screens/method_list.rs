//! The ways to pay this session, with what each one needs.

use kassa_wire::problem::FieldProblem;
use kassa_wire::state::MethodKind;
use yew::Html;

use super::Screen;
use crate::checkout::{Checkout, Choice, Report};
use crate::components::tag::tag;
use crate::components::{
    FieldText, ListedError, MethodText, card_fields, card_label_of, error_list, error_text, methods,
};
use crate::i18n::Key;

/// How many characters a card's fields take, for the sentence that says so.
const CARD_LENGTH: u16 = 100;

/// The list.
pub(super) fn method_list(screen: &Screen, checkout: &Checkout, choice: &Choice) -> Html {
    let all = checkout.view.methods.iter().map(|method| {
        let (name, hint) = words(method.kind);
        MethodText {
            kind: method.kind,
            name: screen.text.text(name).to_owned(),
            hint: screen.text.text(hint).to_owned(),
            panel: panel(screen, method.kind, choice),
        }
    });
    methods(
        screen.text.text(Key::PayHeading),
        all.collect(),
        choice.method,
    )
}

/// What a method is called, and what to know before choosing it.
fn words(kind: MethodKind) -> (Key, Key) {
    match kind {
        MethodKind::Card => (Key::MethodCard, Key::MethodCardHint),
        MethodKind::BankTransfer => (Key::MethodTransfer, Key::MethodTransferHint),
        MethodKind::Wallet => (Key::MethodWallet, Key::MethodWalletHint),
    }
}

/// What a method is called on a receipt.
#[must_use]
pub fn name_of(kind: MethodKind) -> Key {
    words(kind).0
}

fn panel(screen: &Screen, kind: MethodKind, choice: &Choice) -> Html {
    match kind {
        MethodKind::Card => card_fields(screen.text, |name| FieldText {
            value: choice.card.get(name).to_owned(),
            printed: String::new(),
            meant: None,
            set_by: None,
            error: choice
                .errors
                .iter()
                .find(|error| error.field == name)
                .map(|error| sentence(screen, error)),
        }),
        MethodKind::BankTransfer => tag("p")
            .text(screen.text.text(Key::MethodTransferNext))
            .done(),
        MethodKind::Wallet => tag("p")
            .text(screen.text.text(Key::MethodWalletNext))
            .done(),
    }
}

fn sentence(screen: &Screen, error: &FieldProblem) -> String {
    error_text(screen.text, error.code, CARD_LENGTH, None)
}

/// The card's errors above the methods, once **Pay** was pressed.
pub(super) fn listed(screen: &Screen, choice: &Choice) -> Html {
    if choice.report == Report::Inline || choice.method != Some(MethodKind::Card) {
        return Html::default();
    }
    let errors = choice.errors.iter().map(|error| ListedError {
        field: error.field.clone(),
        label: card_label_of(&error.field)
            .map(|key| screen.text.text(key).to_owned())
            .unwrap_or_default(),
        sentence: sentence(screen, error),
    });
    error_list(
        screen.text.text(Key::ErrorsHeading),
        &errors.collect::<Vec<_>>(),
    )
}
