//! Where a session's payer is by the server's word alone.

use kassa_wire::state::{MethodKind, SessionState};
use kassa_wire::view::SessionView;

use super::state::{Choice, Form, Report, Stage};

/// The stage that a view leads to.
pub(super) fn stage_of(view: &SessionView) -> Stage {
    match view.state {
        SessionState::Open if view.problems.is_empty() => Stage::Reviewing,
        SessionState::Open => Stage::Editing(form_of(view)),
        SessionState::Confirmed => Stage::Choosing(choice_of(view, None)),
        SessionState::Paying => under_way(view),
        SessionState::Complete => Stage::Paid,
        SessionState::Expired => Stage::Expired,
        SessionState::Cancelled => Stage::Cancelled,
    }
}

fn under_way(view: &SessionView) -> Stage {
    let Some(payment) = &view.payment else {
        return Stage::Following;
    };
    match (&payment.action, &payment.transfer) {
        (Some(action), _) => Stage::Acting(action.clone()),
        (None, Some(_)) => Stage::Pending,
        (None, None) => Stage::Following,
    }
}

/// The form as it is first seen. What the merchant sent and is wrong is said at once; what is
/// only missing is not, because nobody has tried yet.
pub(super) fn form_of(view: &SessionView) -> Form {
    let filled = |name: &String| {
        view.payer
            .get(name)
            .is_some_and(|text| !text.trim().is_empty())
    };
    let errors = view
        .problems
        .iter()
        .filter(|problem| filled(&problem.field))
        .cloned()
        .collect();
    Form {
        values: view.payer.clone(),
        errors,
        report: Report::Inline,
        meant: None,
    }
}

/// The methods as they are first seen: the wanted one, else the first.
pub(super) fn choice_of(view: &SessionView, wanted: Option<MethodKind>) -> Choice {
    let offered = |kind: &MethodKind| view.methods.iter().any(|method| method.kind == *kind);
    let method = wanted
        .filter(offered)
        .or_else(|| view.methods.first().map(|method| method.kind));
    Choice {
        method,
        ..Choice::default()
    }
}
