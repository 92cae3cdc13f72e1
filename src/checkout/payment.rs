//! Step 2: paying, once.

use kassa_wire::AttemptKey;
use kassa_wire::problem::FieldProblem;
use kassa_wire::request::{CardDetails, PostPayment};
use kassa_wire::state::{MethodKind, SessionState};
use kassa_wire::view::{ActionKind, SessionView};

use super::consequence::{self, Consequence};
use super::effect::{Effect, Place, Saying};
use super::event::Failure;
use super::form::{
    self,
    card::{self, Month},
};
use super::state::{Attempt, Checkout, Choice, Consent, Notice, Progress, Report, Stage};
use super::{arrival, consent};

/// A method was chosen.
pub(super) fn choose(checkout: &mut Checkout, method: MethodKind) -> Vec<Effect> {
    let Checkout {
        stage: Stage::Choosing(choice),
        notice,
        ..
    } = checkout
    else {
        return Vec::new();
    };
    choice.method = Some(method);
    choice.report = Report::Inline;
    *notice = None;
    Vec::new()
}

/// A text of the card changed. A said error goes away at once and is looked for again when the
/// field is left: whether a card is right depends on the date, which typing does not bring.
pub(super) fn edit_card(checkout: &mut Checkout, name: &str, text: String) -> Vec<Effect> {
    let Stage::Choosing(choice) = &mut checkout.stage else {
        return Vec::new();
    };
    choice.card.set(name, text);
    choice.errors.retain(|error| error.field != name);
    Vec::new()
}

/// A field of the card was left.
pub(super) fn leave_card(checkout: &mut Checkout, name: &str, this_month: Month) -> Vec<Effect> {
    let Stage::Choosing(choice) = &mut checkout.stage else {
        return Vec::new();
    };
    choice.errors.retain(|error| error.field != name);
    if !choice.card.get(name).is_empty() {
        let code = card::problem_of(name, &choice.card, this_month);
        form::say(&mut choice.errors, name, code, &card::field::ALL);
    }
    Vec::new()
}

/// **Pay**. A second press finds `Paying` and changes nothing; its key is thrown away.
pub(super) fn pay(checkout: &mut Checkout, key: AttemptKey, this_month: Month) -> Vec<Effect> {
    let consent = checkout.consent;
    press(checkout, key, this_month, consent)
}

/// A press of **Pay**, before the merchant's page was asked, or once it agreed.
pub(super) fn press(
    checkout: &mut Checkout,
    key: AttemptKey,
    this_month: Month,
    consent: Consent,
) -> Vec<Effect> {
    let Stage::Choosing(choice) = &checkout.stage else {
        return Vec::new();
    };
    let choice = choice.clone();
    if checkout.view.locked {
        return arrival::say(checkout, Notice::Locked);
    }
    // The total may become another one in a moment.
    if checkout.extras.asked.is_some() {
        return Vec::new();
    }
    let Some(method) = choice.method else {
        return say_choose(checkout);
    };
    let card = match method {
        MethodKind::Card => match card::parse(&choice.card, this_month) {
            Ok(card) => Some(card),
            Err(errors) => return refuse_card(checkout, choice, errors),
        },
        MethodKind::BankTransfer | MethodKind::Wallet => None,
    };
    let attempt = Attempt {
        key,
        version: checkout.view.version,
        choice: Choice {
            errors: Vec::new(),
            report: Report::Inline,
            ..choice
        },
        progress: Progress::Tokenising,
    };
    match (consent, card) {
        (Consent::Wanted, _) => consent::ask(checkout, attempt, this_month),
        (Consent::NotWanted, Some(card)) => tokenise(checkout, attempt, card),
        (Consent::NotWanted, None) => {
            let token = None;
            charge(checkout, attempt, PostPayment { method, token })
        }
    }
}

fn say_choose(checkout: &mut Checkout) -> Vec<Effect> {
    arrival::say(checkout, Notice::ChooseMethod)
}

fn refuse_card(checkout: &mut Checkout, choice: Choice, errors: Vec<FieldProblem>) -> Vec<Effect> {
    checkout.stage = Stage::Choosing(Choice {
        errors,
        report: Report::Listed,
        ..choice
    });
    vec![Effect::Focus(Place::Errors), Effect::Say(Saying::Errors)]
}

fn tokenise(checkout: &mut Checkout, attempt: Attempt, card: CardDetails) -> Vec<Effect> {
    let offered = checkout
        .view
        .methods
        .iter()
        .find(|method| method.kind == MethodKind::Card);
    let Some((tokenizer, public_key)) = offered.and_then(|method| {
        let tokenizer = method.tokenizer.clone()?;
        Some((tokenizer, method.tokenizer_key.clone()))
    }) else {
        return say_choose(checkout);
    };
    checkout.notice = None;
    checkout.stage = Stage::Paying(attempt);
    vec![
        Effect::Tokenise {
            tokenizer,
            key: public_key,
            card,
        },
        Effect::Say(Saying::Paying),
    ]
}

fn charge(checkout: &mut Checkout, attempt: Attempt, request: PostPayment) -> Vec<Effect> {
    let key = attempt.key.clone();
    checkout.notice = None;
    checkout.stage = Stage::Paying(Attempt {
        progress: Progress::Charging(request.clone()),
        ..attempt
    });
    vec![Effect::Pay { key, request }, Effect::Say(Saying::Paying)]
}

/// The processor's word on the card. Without a token nothing was charged, so the payer is simply
/// back where they were.
pub(super) fn tokenised(checkout: &mut Checkout, answer: Result<String, Failure>) -> Vec<Effect> {
    let Stage::Paying(attempt) = &checkout.stage else {
        return Vec::new();
    };
    if attempt.progress != Progress::Tokenising {
        return Vec::new();
    }
    let attempt = attempt.clone();
    match answer {
        Ok(token) => charge(
            checkout,
            attempt,
            PostPayment {
                method: MethodKind::Card,
                token: Some(token),
            },
        ),
        Err(failure) => {
            checkout.stage = Stage::Choosing(attempt.choice);
            match failure {
                Failure::Unanswered | Failure::Later(_) => arrival::trouble(checkout),
                Failure::Refused(..) => arrival::say(checkout, Notice::CheckCard),
            }
        }
    }
}

/// **Try again** after a lost answer: the same attempt under the same key, so that what was
/// charged already is answered and not charged again.
pub(super) fn retry(checkout: &mut Checkout) -> Vec<Effect> {
    let Stage::Unanswered(attempt) = &checkout.stage else {
        return Vec::new();
    };
    match attempt.progress.clone() {
        Progress::Charging(request) => charge(checkout, attempt.clone(), request),
        Progress::Asking(_) | Progress::Tokenising => Vec::new(),
    }
}

/// The server's word on the payment.
pub(super) fn answered(
    checkout: &mut Checkout,
    key: &AttemptKey,
    answer: Result<Box<SessionView>, Failure>,
) -> Vec<Effect> {
    let Some(attempt) = under_way(&checkout.stage, key) else {
        // The session's events were faster than the answer.
        return overtaken(checkout, answer);
    };
    match answer {
        Ok(view) => settled(checkout, attempt, *view),
        Err(Failure::Unanswered | Failure::Later(_)) => {
            checkout.stage = Stage::Unanswered(attempt);
            vec![Effect::Fetch, arrival::tell_of_error("network")]
        }
        Err(Failure::Refused(code, _)) => {
            let mut effects = refused(checkout, attempt, consequence::of(code));
            effects.push(arrival::tell_of_error(code.as_str()));
            effects
        }
    }
}

fn under_way(stage: &Stage, key: &AttemptKey) -> Option<Attempt> {
    let Stage::Paying(attempt) = stage else {
        return None;
    };
    (attempt.key == *key).then(|| attempt.clone())
}

fn overtaken(checkout: &mut Checkout, answer: Result<Box<SessionView>, Failure>) -> Vec<Effect> {
    let Ok(view) = answer else {
        return vec![Effect::Fetch];
    };
    let mut effects = arrival::take(checkout, *view);
    effects.extend(leave(checkout));
    effects
}

fn settled(checkout: &mut Checkout, attempt: Attempt, view: SessionView) -> Vec<Effect> {
    let declined = view.state == SessionState::Confirmed;
    checkout.stage = if declined {
        Stage::Choosing(attempt.choice)
    } else {
        Stage::Following
    };
    let mut effects = arrival::take(checkout, view);
    if declined && matches!(checkout.stage, Stage::Choosing(_)) {
        effects.push(Effect::Focus(Place::Notice));
    }
    effects.extend(leave(checkout));
    effects
}

/// Only the answer to the payer's own press sends them to the wallet: who comes back by the
/// browser's button stays here.
fn leave(checkout: &Checkout) -> Option<Effect> {
    let Stage::Acting(action) = &checkout.stage else {
        return None;
    };
    match action.kind {
        ActionKind::Redirect => Some(Effect::Leave {
            url: action.url.clone(),
        }),
        ActionKind::Challenge => None,
    }
}

fn refused(checkout: &mut Checkout, attempt: Attempt, why: Consequence) -> Vec<Effect> {
    match why {
        Consequence::Expired | Consequence::Cancelled | Consequence::AlreadyPaid => {
            arrival::close(checkout, why)
        }
        Consequence::InProgress => wait_elsewhere(checkout, attempt),
        Consequence::Stale => back_with(checkout, attempt, Notice::Stale),
        Consequence::Card => back_with(checkout, attempt, Notice::CheckCard),
        Consequence::Locked => {
            let mut effects = back_with(checkout, attempt, Notice::Locked);
            effects.push(Effect::Fetch);
            effects
        }
        Consequence::Method => back_with(checkout, attempt, Notice::ChooseMethod),
        Consequence::NotFound | Consequence::Fields | Consequence::Fault => {
            back_with(checkout, attempt, Notice::Trouble)
        }
    }
}

/// Another window pays, of this session or of another one for the same order. What was chosen here
/// is kept, in case that one is declined.
fn wait_elsewhere(checkout: &mut Checkout, attempt: Attempt) -> Vec<Effect> {
    checkout.notice = Some(Notice::InProgress);
    checkout.stage = Stage::Elsewhere(attempt.choice);
    vec![Effect::Fetch]
}

pub(super) fn back_with(checkout: &mut Checkout, attempt: Attempt, notice: Notice) -> Vec<Effect> {
    checkout.stage = Stage::Choosing(attempt.choice);
    let mut effects = arrival::say(checkout, notice);
    effects.push(Effect::Fetch);
    effects
}
