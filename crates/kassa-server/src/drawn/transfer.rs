//! A bank transfer has to be made, or is on its way.

use kassa::i18n::Key;
use kassa_wire::view::{SessionView, TransferView};
use maud::{Markup, html};

use super::facts::{Copied, Fact, facts};
use super::{Look, epc, qr};

/// The bank's instructions, and what happens next.
pub(super) fn pending(look: &Look<'_>, view: &SessionView, transfer: &TransferView) -> Markup {
    let code = epc::payload(view.amount, transfer).and_then(|payload| qr::svg(&payload));
    html! {
        (look.heading(Key::PendingHeading, &look.about(Key::PendingText, view)))
        (facts(look, Key::PendingHeading, &instructions(transfer)))
        @if let Some(code) = code {
            div .qr { (code) p .caption { (look.say(Key::QrText)) } }
        }
        section .next {
            h2 { (look.say(Key::PendingNextHeading)) }
            p { (look.say(Key::PendingNext)) }
        }
        (look.check_again(view))
        (look.way_back(view))
    }
}

fn instructions(transfer: &TransferView) -> Vec<Fact<'_>> {
    let all = [
        (Key::TransferReference, &transfer.reference),
        (Key::TransferAmount, &transfer.amount),
        (Key::TransferHolder, &transfer.account_holder),
        (Key::TransferAccount, &transfer.account_number),
        (Key::TransferCode, &transfer.bank_code),
        (Key::TransferBank, &transfer.bank_name),
    ];
    all.into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(label, value)| Fact {
            label,
            value,
            copied: if label == Key::TransferBank {
                Copied::No
            } else {
                Copied::Yes
            },
        })
        .collect()
}
