//! Looking again after a look that failed: the payer waits for the server's word, and one lost
//! answer must not keep it from them.

use super::effect::Effect;
use super::event::Failure;
use super::state::{Checkout, Stage};

/// How long until the next look, in seconds, by how many failed in a row before it.
const PAUSES: [u32; 5] = [1, 2, 4, 8, 15];

/// The pause after those, and the longest that a server's wish is followed: nobody watches a page
/// for longer without pressing something.
const LONGEST: u32 = 30;

/// A look failed. Where the server says when it is worth asking again, not before then.
pub(super) fn missed(checkout: &mut Checkout, failure: &Failure) -> Vec<Effect> {
    if !waits(&checkout.stage) && !checkout.view.locked {
        return Vec::new();
    }
    let missed = usize::from(checkout.missed_looks);
    let pause = PAUSES.get(missed).copied().unwrap_or(LONGEST);
    checkout.missed_looks = checkout.missed_looks.saturating_add(1);
    let wanted = match failure {
        Failure::Later(seconds) => (*seconds).min(LONGEST),
        Failure::Unanswered | Failure::Refused(..) => 0,
    };
    vec![Effect::LookLater {
        seconds: pause.max(wanted),
    }]
}

/// The pause is over, the payer looks at the page again, or the network is back.
pub(super) fn again(checkout: &Checkout) -> Vec<Effect> {
    if waits(&checkout.stage) || checkout.view.locked {
        vec![Effect::Fetch]
    } else {
        Vec::new()
    }
}

/// Whether the server's word alone leads on from here.
fn waits(stage: &Stage) -> bool {
    match stage {
        Stage::Unanswered(_)
        | Stage::Following
        | Stage::Elsewhere(_)
        | Stage::Acting(_)
        | Stage::Pending => true,
        Stage::Reviewing
        | Stage::Editing(_)
        | Stage::Confirming(_)
        | Stage::Choosing(_)
        | Stage::Paying(_)
        | Stage::Paid
        | Stage::AlreadyPaid
        | Stage::Expired
        | Stage::Cancelling(_)
        | Stage::Cancelled => false,
    }
}
