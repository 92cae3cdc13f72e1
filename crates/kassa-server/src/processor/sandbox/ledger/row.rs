//! A charge as the ledger keeps it.

use jiff::Timestamp;
use kassa_wire::state::MethodKind;
use kassa_wire::{Money, PaymentReference};
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::{ChargeState, LedgerError};
use crate::domain::{AttemptId, CaptureMode};
use crate::processor::ReturnUrl;

/// A charge to write down.
#[derive(Clone, Debug)]
pub(in super::super) struct NewCharge {
    /// The idempotency key.
    pub(in super::super) attempt: AttemptId,
    /// Names the charge's own page; unguessable.
    pub(in super::super) page: String,
    /// The payment's name between people.
    pub(in super::super) reference: PaymentReference,
    /// How much.
    pub(in super::super) amount: Money,
    /// When the money is taken.
    pub(in super::super) capture: CaptureMode,
    /// Where a redirect brings the payer back.
    pub(in super::super) return_url: ReturnUrl,
    /// When it is written down.
    pub(in super::super) at: Timestamp,
}

/// A charge that was written down.
#[derive(Clone, Debug)]
pub(in super::super) struct ChargeRow {
    /// What was charged.
    pub(in super::super) charge: NewCharge,
    /// How.
    pub(in super::super) method: MethodKind,
    /// The card, for people: `Visa 4242`.
    pub(in super::super) card: Option<String>,
    /// Where it stands.
    pub(in super::super) state: ChargeState,
}

/// As the ledger writes it.
pub(super) const fn capture_text(mode: CaptureMode) -> &'static str {
    match mode {
        CaptureMode::Automatic => "automatic",
        CaptureMode::Manual => "manual",
    }
}

/// As the ledger writes it.
pub(super) const fn method_text(method: MethodKind) -> &'static str {
    match method {
        MethodKind::Card => "card",
        MethodKind::BankTransfer => "bank_transfer",
        MethodKind::Wallet => "wallet",
    }
}

pub(super) fn read_charge(row: &SqliteRow) -> Result<ChargeRow, LedgerError> {
    let unreadable = |column| LedgerError::Unreadable { column };
    let text = |column: &str| row.try_get::<String, _>(column);
    let methods = [
        MethodKind::Card,
        MethodKind::BankTransfer,
        MethodKind::Wallet,
    ];
    let method = text("method")?;
    let method = methods
        .into_iter()
        .find(|known| method_text(*known) == method);
    let capture = text("capture")?;
    let capture = [CaptureMode::Automatic, CaptureMode::Manual]
        .into_iter()
        .find(|known| capture_text(*known) == capture);
    let decline: Option<String> = row.try_get("decline")?;
    let at = Timestamp::from_millisecond(row.try_get("created_at")?);
    let currency = text("currency")?
        .parse()
        .map_err(|_| unreadable("currency"))?;
    Ok(ChargeRow {
        charge: NewCharge {
            attempt: AttemptId(text("attempt")?),
            page: text("page")?,
            reference: text("reference")?
                .parse()
                .map_err(|_| unreadable("reference"))?,
            amount: Money {
                amount: row.try_get("amount")?,
                currency,
            },
            capture: capture.ok_or_else(|| unreadable("capture"))?,
            return_url: ReturnUrl(text("return_url")?),
            at: at.map_err(|_| unreadable("created_at"))?,
        },
        method: method.ok_or_else(|| unreadable("method"))?,
        card: row.try_get("card")?,
        state: ChargeState::read(&text("state")?, decline.as_deref())
            .ok_or_else(|| unreadable("state"))?,
    })
}
