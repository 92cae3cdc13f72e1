//! Asking the merchant's page before anything is paid.
//!
//! A convenience: what counts is what the merchant's server decides. Nothing is tokenised or
//! charged before the page agreed, and every press has an end: agreed, refused, or not answered.

use kassa_wire::AttemptKey;

use super::effect::{Effect, Saying};
use super::event::Verdict;
use super::form::card::Month;
use super::payment;
use super::state::{Attempt, Checkout, Consent, Notice, Progress, Stage};

/// The page wants to be asked from now on, or no longer. A press that it was asked about already
/// waits for its answer.
pub(super) fn wish(checkout: &mut Checkout, consent: Consent) -> Vec<Effect> {
    checkout.consent = consent;
    Vec::new()
}

/// Asks about a press that would count.
pub(super) fn ask(checkout: &mut Checkout, attempt: Attempt, this_month: Month) -> Vec<Effect> {
    let key = attempt.key.clone();
    checkout.notice = None;
    checkout.stage = Stage::Paying(Attempt {
        progress: Progress::Asking(this_month),
        ..attempt
    });
    vec![Effect::AskHost { key }, Effect::Say(Saying::Asking)]
}

/// Its word. One that is about another press, or comes too late, changes nothing.
pub(super) fn answered(checkout: &mut Checkout, key: &AttemptKey, verdict: Verdict) -> Vec<Effect> {
    let Stage::Paying(attempt) = &checkout.stage else {
        return Vec::new();
    };
    let Progress::Asking(this_month) = attempt.progress else {
        return Vec::new();
    };
    if attempt.key != *key {
        return Vec::new();
    }
    let attempt = attempt.clone();
    match verdict {
        Verdict::Agreed => {
            checkout.stage = Stage::Choosing(attempt.choice);
            payment::press(checkout, attempt.key, this_month, Consent::NotWanted)
        }
        Verdict::Refused => payment::back_with(checkout, attempt, Notice::HostRefused),
        Verdict::Silent => payment::back_with(checkout, attempt, Notice::HostSilent),
    }
}

/// Whether an answer is waited for.
pub(super) fn is_asking(attempt: &Attempt) -> bool {
    matches!(attempt.progress, Progress::Asking(_))
}
