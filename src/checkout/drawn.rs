//! Which of the server's drawings is on the screen.

use kassa_wire::state::SessionState;
use kassa_wire::view::SessionView;

use super::state::{Checkout, Draft, Stage};

impl Checkout {
    /// What is being paid, as HTML.
    #[must_use]
    pub fn drawn_order(&self) -> &str {
        self.view.drawn.as_ref().map_or("", |it| &it.order)
    }

    /// What belongs to where the payer is, as HTML; empty where the server has drawn something
    /// else, because the payer is already further or was sent back.
    #[must_use]
    pub fn drawn_screen(&self) -> &str {
        let fits = self.view.state == state_of(&self.stage);
        let drawn = self.view.drawn.as_ref().filter(|_| fits);
        drawn.map_or("", |it| &it.screen)
    }
}

/// Where a session stands whose drawing belongs to a stage.
fn state_of(stage: &Stage) -> SessionState {
    match stage {
        Stage::Reviewing | Stage::Confirming(Draft::Summary) => SessionState::Open,
        Stage::Editing(_) | Stage::Confirming(Draft::Form(_)) => SessionState::Open,
        Stage::Choosing(_) | Stage::Paying(_) | Stage::Unanswered(_) => SessionState::Confirmed,
        Stage::Following | Stage::Elsewhere(_) => SessionState::Paying,
        Stage::Acting(_) | Stage::Pending => SessionState::Paying,
        Stage::Paid | Stage::AlreadyPaid => SessionState::Complete,
        Stage::Expired => SessionState::Expired,
        Stage::Cancelled => SessionState::Cancelled,
        Stage::Cancelling(before) => state_of(before),
    }
}

/// The same version in the same language is drawn already. It stays as it is on the page: drawing it
/// again would load a bank's frame anew, and take the focus from a button.
pub(super) fn keep(old: &SessionView, new: &mut SessionView) {
    let same = old.version == new.version && old.locale == new.locale;
    if let Some(old) = old.drawn.as_ref().filter(|_| same)
        && let Some(new) = &mut new.drawn
    {
        new.order.clone_from(&old.order);
        // A page that came with the form open has none.
        if !old.screen.is_empty() {
            new.screen.clone_from(&old.screen);
        }
    }
}
