//! Which piece belongs where.

use kassa_wire::state::SessionState;
use kassa_wire::view::{Drawn, SessionView};
use maud::{Markup, html};

use super::{Look, acting, closed, order, receipt, summary, transfer};

/// The pieces of a session's screen.
#[must_use]
pub fn draw(look: &Look<'_>, view: &SessionView) -> Drawn {
    Drawn {
        order: order::order(look, view).into_string(),
        screen: piece_of(look, view).into_string(),
    }
}

/// The piece that belongs to where the session stands.
fn piece_of(look: &Look<'_>, view: &SessionView) -> Markup {
    match view.state {
        SessionState::Open => summary::summary(look, view),
        SessionState::Confirmed => summary::brief(look, view),
        SessionState::Paying => under_way(look, view),
        SessionState::Complete => receipt::receipt(look, view),
        SessionState::Expired | SessionState::Cancelled => closed::closed(look, view),
    }
}

fn under_way(look: &Look<'_>, view: &SessionView) -> Markup {
    let Some(payment) = &view.payment else {
        return html! {};
    };
    match (&payment.action, &payment.transfer) {
        (Some(action), _) => acting::acting(look, view, (payment, action)),
        (None, Some(transfer)) => transfer::pending(look, view, transfer),
        (None, None) => html! {},
    }
}
