//! Where the payer is in the three steps.

use yew::Html;

use super::tag::tag;
use crate::i18n::{Catalogue, Key};

/// The three steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// The payer's information.
    Information,
    /// Paying.
    Payment,
    /// The receipt.
    Done,
}

/// The steps, with `current` marked.
pub fn steps(text: &Catalogue, current: Step) -> Html {
    let all = [
        (Step::Information, "1", Key::StepInformation),
        (Step::Payment, "2", Key::StepPayment),
        (Step::Done, "3", Key::StepDone),
    ];
    let items = all.into_iter().map(|(step, number, key)| {
        let finished = step < current || current == Step::Done;
        tag("li")
            .maybe("class", finished.then_some("finished"))
            .maybe("aria-current", (step == current).then_some("step"))
            .tag(
                tag("span")
                    .class("mark")
                    .with("aria-hidden", "true")
                    .text(if finished { "✓" } else { number }),
            )
            .tag(tag("span").class("name").text(text.text(key)))
            .option(finished.then(|| {
                tag("span")
                    .class("unseen")
                    .text(text.text(Key::StepFinished))
                    .done()
            }))
            .done()
    });
    tag("ol")
        .class("steps")
        .with("aria-label", text.text(Key::StepsLabel))
        .children(items)
        .done()
}
