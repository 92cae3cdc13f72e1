//! Step 2: a method is chosen and paid with.

use kassa_wire::AttemptKey;
use yew::Html;

use super::drawn::drawn;
use super::method_list::{listed, method_list};
use super::notices::notices;
use super::{Screen, version};
use crate::checkout::{Attempt, Checkout, Choice, Progress, Stage, Wish};
use crate::components::tag::{row, tag};
use crate::components::{self, Busy, bare_heading, primary_button};
use crate::i18n::Key;

/// The methods and the one button.
pub(super) fn choose(
    screen: &Screen,
    checkout: &Checkout,
    choice: &Choice,
    key: &AttemptKey,
    busy: Busy,
) -> Html {
    let address = screen.address(checkout);
    let hidden = [version(checkout), ("attempt_key", key.as_str().to_owned())];
    row(vec![
        notices(screen, checkout),
        listed(screen, choice),
        drawn(checkout),
        extras(screen, checkout),
        bare_heading(screen.text.text(Key::PayHeading)),
        if checkout.view.methods.is_empty() {
            tag("p")
                .text(&screen.about(Key::NoMethods, checkout))
                .done()
        } else {
            let controls = row(vec![
                method_list(screen, checkout, choice),
                pay_button(screen, checkout, busy),
            ]);
            components::form(&address.page(), &hidden, controls)
        },
    ])
}

/// How it is sent and what makes it cheaper, where there is something to choose.
fn extras(screen: &Screen, checkout: &Checkout) -> Html {
    let (view, extras) = (&checkout.view, &checkout.extras);
    let action = screen.address(checkout).page();
    let hidden = [version(checkout)];
    let wished = match &extras.asked {
        Some(Wish::Shipping(option)) => Some(option.as_str()),
        Some(Wish::Discounts(_)) | None => None,
    };
    let sent = (!view.shipping.is_empty()).then(|| {
        components::extras::shipping(screen.text, &view.shipping, wished, (&action, &hidden))
    });
    let codes = view.discounts.as_ref().map(|discounts| {
        let typed = (extras.code.as_str(), extras.refused);
        components::extras::discounts(screen.text, discounts, typed, (&action, &hidden))
    });
    row(vec![sent.unwrap_or_default(), codes.unwrap_or_default()])
}

/// What is waited for.
fn note(stage: &Stage) -> Key {
    let asks = |attempt: &Attempt| matches!(attempt.progress, Progress::Asking(_));
    if matches!(stage, Stage::Paying(attempt) if asks(attempt)) {
        Key::ValidateWaiting
    } else {
        Key::PayingNote
    }
}

fn pay_button(screen: &Screen, checkout: &Checkout, busy: Busy) -> Html {
    match busy {
        Busy::No => primary_button("pay", &screen.about(Key::Pay, checkout), busy),
        Busy::Yes => row(vec![
            primary_button("pay", screen.text.text(Key::Paying), busy),
            tag("p")
                .class("caption centred")
                .text(&screen.about(note(&checkout.stage), checkout))
                .done(),
        ]),
    }
}
