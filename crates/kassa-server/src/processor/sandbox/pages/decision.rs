//! What the payer decided, as the form sends it.

use maud::{Markup, html};

/// What the payer decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Decision {
    /// Go on.
    Approve,
    /// Do not.
    Refuse,
}

impl Decision {
    /// From the form's one field. The two values need no decoding.
    pub(in super::super) fn read(body: &str) -> Option<Self> {
        match body.trim() {
            "decision=approve" => Some(Self::Approve),
            "decision=refuse" => Some(Self::Refuse),
            _ => None,
        }
    }
}

/// Two buttons; the page's own address takes the answer.
pub(super) fn decide(approve: &str, refuse: &str) -> Markup {
    html! {
        form method="post" {
            button .primary name="decision" value="approve" { (approve) }
            button name="decision" value="refuse" { (refuse) }
        }
    }
}
