//! What was paid, to keep.

use kassa::components::act;
use kassa::i18n::Key;
use kassa_wire::view::{PaymentView, SessionView};
use maud::{Markup, html};

use super::Look;
use super::facts::{Copied, Fact, facts};

/// The receipt, and the way back.
pub(super) fn receipt(look: &Look<'_>, view: &SessionView) -> Markup {
    html! {
        @if let Some(payment) = &view.payment {
            (facts(look, Key::ReceiptLabel, &of(look, view, payment)))
            p .needs-scripts {
                button .quiet type="button" data-act=(act::PRINT) { (look.say(Key::Print)) }
            }
        }
        (look.way_back(view))
    }
}

fn of<'a>(look: &Look<'a>, view: &'a SessionView, payment: &'a PaymentView) -> [Fact<'a>; 6] {
    let fact = |label, value| Fact {
        label,
        value,
        copied: if label == Key::ReceiptReference {
            Copied::Yes
        } else {
            Copied::No
        },
    };
    [
        fact(Key::ReceiptReference, payment.reference.as_str()),
        fact(Key::ReceiptAmount, &payment.amount),
        fact(Key::ReceiptRecipient, &view.recipient.name),
        fact(Key::ReceiptOrder, view.order.number.as_str()),
        fact(
            Key::ReceiptMethod,
            look.say(kassa::shell::method_name(payment.method)),
        ),
        fact(Key::ReceiptDate, &payment.date),
    ]
}
