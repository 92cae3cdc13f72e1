//! The page around every screen: what is paid, where the payer is, what there is to do, and the
//! one place that speaks.

use kassa_wire::page::Ui;
use yew::{Callback, FocusEvent, Html, InputEvent, MouseEvent, SubmitEvent, html};

use super::drawn::{ORDER_ID, as_it_is};
use super::{Screen, closed, version, work};
use crate::checkout::{Checkout, Stage, State};
use crate::components::tag::{row, tag};
use crate::components::{Step, Typing, cancel, languages, steps};
use crate::i18n::Key;

/// Who listens at the root.
#[derive(Debug)]
pub(in crate::shell) struct Listeners {
    pub(in crate::shell) input: Callback<InputEvent>,
    pub(in crate::shell) focus_out: Callback<FocusEvent>,
    pub(in crate::shell) submit: Callback<SubmitEvent>,
    pub(in crate::shell) click: Callback<MouseEvent>,
}

/// The whole page.
pub(in crate::shell) fn page(screen: &Screen, state: &State, listeners: Listeners) -> Html {
    let Listeners {
        input,
        focus_out,
        submit,
        click,
    } = listeners;
    let class = match screen.page.ui {
        Ui::Hosted => "kassa hosted",
        Ui::Inline => "kassa inline",
    };
    html! {
        <div {class} oninput={input} onfocusout={focus_out} onsubmit={submit} onclick={click}>
            { inside(screen, state) }
        </div>
    }
}

fn inside(screen: &Screen, state: &State) -> Html {
    let crashed = tag("p")
        .with("id", "kassa-crashed")
        .class("notice alert")
        .with("role", "alert")
        .with("hidden", "")
        .text(screen.text.text(Key::Crashed));
    let content = match state {
        State::Checkout(checkout) => session(screen, checkout),
        State::NotFound => closed::alone(screen, Key::NotFoundHeading, Key::NotFoundText, None),
        State::Trouble => closed::alone(
            screen,
            Key::TroubleHeading,
            Key::TroubleText,
            Some(Key::TryAgain),
        ),
    };
    let said = screen.saying.map_or_else(String::new, |key| match state {
        State::Checkout(checkout) => screen.about(key, checkout),
        State::NotFound | State::Trouble => screen.text.text(key).to_owned(),
    });
    let voice = tag("p").class("unseen").with("role", "status").text(&said);
    row(vec![crashed.done(), content, voice.done()])
}

fn session(screen: &Screen, checkout: &Checkout) -> Html {
    let main = tag("main")
        .option(step_of(&checkout.stage).map(|step| steps(screen.text, step)))
        .child(work(screen, checkout))
        .child(footer(screen, checkout));
    let order = tag("section")
        .class("order")
        .with("id", ORDER_ID)
        .with("aria-label", screen.text.text(Key::OrderLabel))
        .child(as_it_is(checkout.drawn_order()));
    row(vec![order.done(), main.done()])
}

/// The step that a stage is in. A checkout that ended without a payment has none: it would claim
/// that the payer is on the way.
fn step_of(stage: &Stage) -> Option<Step> {
    match stage {
        Stage::Reviewing | Stage::Editing(_) | Stage::Confirming(_) => Some(Step::Information),
        Stage::Choosing(_)
        | Stage::Paying(_)
        | Stage::Unanswered(_)
        | Stage::Following
        | Stage::Elsewhere(_)
        | Stage::Acting(_)
        | Stage::Pending => Some(Step::Payment),
        Stage::Paid | Stage::AlreadyPaid => Some(Step::Done),
        Stage::Expired | Stage::Cancelled => None,
        Stage::Cancelling(before) => step_of(before),
    }
}

fn footer(screen: &Screen, checkout: &Checkout) -> Html {
    let address = screen.address(checkout);
    let waits = matches!(
        checkout.stage,
        Stage::Reviewing | Stage::Editing(_) | Stage::Choosing(_)
    );
    // The line stays while something is under way: the rest would move.
    let busy = matches!(checkout.stage, Stage::Confirming(_) | Stage::Paying(_));
    let typing = matches!(checkout.stage, Stage::Editing(_) | Stage::Choosing(_));
    let until = screen
        .text
        .fill(Key::Expires, &[("expires", &checkout.view.expires)]);
    tag("footer")
        .option((waits || busy).then(|| {
            let left = screen.text.fill(Key::TimeLeft, &[("time", "{time}")]);
            tag("p")
                .with("data-expires", &checkout.view.expires_at)
                .with("data-left", &left)
                .text(&until)
                .done()
        }))
        .child(languages(
            screen.text,
            screen.locales,
            screen.locale,
            |locale| address.in_language(locale),
            if typing { Typing::Yes } else { Typing::No },
        ))
        .option(waits.then(|| cancel(screen.text, &address.page(), &[version(checkout)])))
        .done()
}
