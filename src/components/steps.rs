//! Where the payer is in the three steps.

use yew::{Html, classes, html};

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
#[must_use]
pub fn steps(text: &Catalogue, current: Step) -> Html {
    let all = [
        (Step::Information, "1", Key::StepInformation),
        (Step::Payment, "2", Key::StepPayment),
        (Step::Done, "3", Key::StepDone),
    ];
    html! {
        <ol class="steps" aria-label={text.text(Key::StepsLabel).to_owned()}>
            { for all.map(|(step, number, key)| {
                let finished = step < current || current == Step::Done;
                let here = (step == current).then_some("step");
                let class = classes!(finished.then_some("finished"));
                html! {
                    <li {class} aria-current={here}>
                        <span class="mark" aria-hidden="true">{ if finished { "✓" } else { number } }</span>
                        <span class="name">{ text.text(key) }</span>
                        if finished {
                            <span class="unseen">{ text.text(Key::StepFinished) }</span>
                        }
                    </li>
                }
            }) }
        </ol>
    }
}
