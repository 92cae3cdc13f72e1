//! A bank transfer has to be made, or is on its way.

use kassa_wire::view::TransferView;
use yew::Html;

use super::Screen;
use super::closed::way_back;
use super::waiting::check_again;
use crate::checkout::Checkout;
use crate::components::tag::{row, tag};
use crate::components::{Fact, facts, heading};
use crate::i18n::Key;

/// The bank's instructions, and what happens next.
pub(super) fn pending(screen: &Screen, checkout: &Checkout, transfer: &TransferView) -> Html {
    let next = tag("section")
        .class("next")
        .tag(tag("h2").text(screen.text.text(Key::PendingNextHeading)))
        .tag(tag("p").text(screen.text.text(Key::PendingNext)));
    row(vec![
        heading(
            screen.text.text(Key::PendingHeading),
            &screen.about(Key::PendingText, checkout),
        ),
        facts(
            screen.text,
            screen.text.text(Key::PendingHeading),
            &instructions(screen, transfer),
        ),
        next.done(),
        check_again(screen, checkout),
        way_back(screen, checkout),
    ])
}

fn instructions(screen: &Screen, transfer: &TransferView) -> Vec<Fact> {
    let all = [
        (Key::TransferReference, &transfer.reference),
        (Key::TransferAmount, &transfer.amount),
        (Key::TransferHolder, &transfer.account_holder),
        (Key::TransferAccount, &transfer.account_number),
        (Key::TransferCode, &transfer.bank_code),
        (Key::TransferBank, &transfer.bank_name),
    ];
    let fact = |(key, value): (Key, &String)| Fact {
        label: screen.text.text(key).to_owned(),
        value: value.clone(),
        copying: (key != Key::TransferBank).then(|| screen.copying(value)),
    };
    all.into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(fact)
        .collect()
}
