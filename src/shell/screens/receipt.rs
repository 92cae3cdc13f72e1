//! Step 3: paid.

use kassa_wire::state::SessionState;
use kassa_wire::view::PaymentView;
use yew::Html;

use super::Screen;
use super::closed::way_back;
use super::method_list::name_of;
use crate::checkout::Checkout;
use crate::components::tag::{row, tag};
use crate::components::{Fact, act, facts, heading, quiet_button};
use crate::i18n::Key;

/// Paid by this page, or seen afterwards.
pub(super) fn paid(screen: &Screen, checkout: &Checkout) -> Html {
    receipt(screen, checkout, Key::PaidHeading, Key::PaidText)
}

/// Paid before this page tried: the payer was about to pay again. There is a receipt where this
/// session paid; another session's is on that one's page.
pub(super) fn already_paid(screen: &Screen, checkout: &Checkout) -> Html {
    receipt(screen, checkout, Key::AlreadyHeading, Key::AlreadyText)
}

fn receipt(screen: &Screen, checkout: &Checkout, title: Key, lead: Key) -> Html {
    let facts_of = |payment| {
        let label = screen.text.text(Key::ReceiptLabel);
        facts(
            screen.text,
            label,
            &receipt_facts(screen, checkout, payment),
        )
    };
    let payment = checkout.view.payment.as_ref();
    let paid = payment.filter(|_| checkout.view.state == SessionState::Complete);
    let print = || {
        let button = quiet_button(act::PRINT, screen.text.text(Key::Print));
        tag("p").class("needs-scripts").child(button).done()
    };
    row(vec![
        tag("p")
            .class("finished-mark")
            .with("aria-hidden", "true")
            .text("✓")
            .done(),
        heading(screen.text.text(title), &screen.about(lead, checkout)),
        paid.map(facts_of).unwrap_or_default(),
        paid.map(|_| print()).unwrap_or_default(),
        way_back(screen, checkout),
    ])
}

fn receipt_facts(screen: &Screen, checkout: &Checkout, payment: &PaymentView) -> Vec<Fact> {
    let fact = |key: Key, value: &str| Fact {
        label: screen.text.text(key).to_owned(),
        value: value.to_owned(),
        copying: (key == Key::ReceiptReference).then(|| screen.copying(value)),
    };
    vec![
        fact(Key::ReceiptReference, payment.reference.as_str()),
        fact(Key::ReceiptAmount, &payment.amount),
        fact(Key::ReceiptRecipient, &checkout.view.recipient.name),
        fact(Key::ReceiptOrder, checkout.view.order.number.as_str()),
        fact(
            Key::ReceiptMethod,
            screen.text.text(name_of(payment.method)),
        ),
        fact(Key::ReceiptDate, &payment.date),
    ]
}
