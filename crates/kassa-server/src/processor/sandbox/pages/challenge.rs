//! The bank's question, and what came of it.

use maud::{Markup, html};

use super::super::ledger::{ChargeRow, ChargeState};
use super::decision::decide;
use super::layout::{facts, layout};

const BANK: &str = "Sandbox Bank";

/// The bank's page for a charge.
pub(in super::super) fn challenge(row: &ChargeRow) -> Markup {
    match row.state {
        ChargeState::AwaitingChallenge => question(row),
        ChargeState::Captured | ChargeState::Authorized | ChargeState::Voided => {
            after("Approved", "Your bank let the payment through.")
        }
        ChargeState::Declined(_) => after("Refused", "Nothing was taken from your account."),
        ChargeState::AwaitingWallet | ChargeState::AwaitingTransfer | ChargeState::Slow => {
            after("Nothing to do", "This payment needs nothing of you here.")
        }
    }
}

fn question(row: &ChargeRow) -> Markup {
    let content = html! {
        p { "Is it you who is paying? Your bank asks before it lets the payment through." }
        (facts(row))
        (decide("Approve", "Refuse"))
    };
    layout(BANK, "Confirm your payment", &content)
}

fn after(heading: &str, sentence: &str) -> Markup {
    let content = html! {
        p role="status" { (sentence) }
        p { "The checkout continues by itself; you can close this." }
    };
    layout(BANK, heading, &content)
}
