//! The wallet's question.

use maud::{Markup, html};

use super::super::ledger::ChargeRow;
use super::decision::decide;
use super::layout::{facts, layout};

/// The wallet's page for a charge that waits.
pub(in super::super) fn wallet(row: &ChargeRow) -> Markup {
    let content = html! {
        p { "Check what is paid. After this you are brought back to the checkout." }
        (facts(row))
        (decide("Pay with wallet", "Go back without paying"))
    };
    layout("Sandbox Wallet", "Approve the payment", &content)
}
