//! The notice above everything else.

use kassa_wire::state::{DeclineReason, PaymentState};
use yew::Html;

use super::Screen;
use crate::checkout::{Checkout, Notice, Stage};
use crate::components::{Tone, notice};
use crate::i18n::Key;

/// The sentence of a notice.
pub(in crate::shell) fn key_of(notice: Notice) -> Key {
    match notice {
        Notice::Stale => Key::NoticeStale,
        Notice::Trouble => Key::NoticeTrouble,
        Notice::CardNeedsScripts => Key::NoticeCardNeedsScripts,
        Notice::ChooseMethod => Key::NoticeChooseMethod,
        Notice::CheckCard => Key::NoticeCheckCard,
        Notice::InProgress => Key::NoticeInProgress,
        Notice::Locked => Key::Locked,
        Notice::Offline => Key::Offline,
        Notice::HostRefused => Key::ValidateRefused,
        Notice::HostSilent => Key::ValidateSilent,
    }
}

/// The notice of a checkout, else why the last attempt was refused, else nothing.
pub(super) fn notices(screen: &Screen, checkout: &Checkout) -> Html {
    if let Some(said) = checkout.notice {
        let tone = match said {
            Notice::InProgress | Notice::Locked | Notice::Offline => Tone::Calm,
            Notice::Stale | Notice::Trouble | Notice::CardNeedsScripts => Tone::Alert,
            Notice::ChooseMethod | Notice::CheckCard => Tone::Alert,
            Notice::HostRefused | Notice::HostSilent => Tone::Alert,
        };
        return notice(tone, None, &screen.about(key_of(said), checkout));
    }
    match (&checkout.stage, decline(checkout)) {
        (Stage::Choosing(_), Some(reason)) => {
            let title = screen.text.text(Key::DeclineHeading);
            notice(
                Tone::Alert,
                Some(title),
                screen.text.text(decline_key(reason)),
            )
        }
        _ => Html::default(),
    }
}

fn decline(checkout: &Checkout) -> Option<DeclineReason> {
    let payment = checkout.view.payment.as_ref()?;
    (payment.state == PaymentState::Declined)
        .then(|| payment.decline.unwrap_or(DeclineReason::Declined))
}

fn decline_key(reason: DeclineReason) -> Key {
    match reason {
        DeclineReason::Declined => Key::DeclineDeclined,
        DeclineReason::InsufficientFunds => Key::DeclineFunds,
        DeclineReason::ExpiredCard => Key::DeclineExpired,
        DeclineReason::ChallengeFailed => Key::DeclineChallenge,
        DeclineReason::CalledOff => Key::DeclineCalledOff,
        DeclineReason::NotProcessed => Key::DeclineNotProcessed,
    }
}
