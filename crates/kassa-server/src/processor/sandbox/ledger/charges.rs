//! Writing charges down, once each, and reading them.

use jiff::Timestamp;
use kassa_wire::state::MethodKind;
use sqlx::{Row, Sqlite, Transaction};

use super::row::{capture_text, method_text, read_charge};
use super::{ChargeRow, Ledger, LedgerError, NewCharge};
use crate::domain::AttemptId;
use crate::processor::ChargeMethod;
use crate::processor::sandbox::card::Behaviour;
use crate::processor::sandbox::charge::{begins_as, moves_by_itself_after};

/// What came of writing a charge down.
#[derive(Clone, Debug)]
pub(in super::super) enum Recorded {
    /// It is new; and whether its answer is to be lost.
    Fresh(ChargeRow, Option<Behaviour>),
    /// This attempt had been charged before: this is where it stands.
    Before(ChargeRow),
    /// The token stands for no card, or for one that another attempt charges.
    InvalidToken,
}

struct UsedCard {
    text: String,
    behaviour: Behaviour,
}

impl Ledger {
    /// Writes a charge down, once per attempt. A transfer that nobody lets arrive arrives after
    /// the delay.
    pub(in super::super) async fn record(
        &self,
        new: NewCharge,
        method: &ChargeMethod,
        transfer_delay: jiff::SignedDuration,
    ) -> Result<Recorded, LedgerError> {
        let mut transaction = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        if let Some(before) = find(&mut transaction, &new.attempt).await? {
            return Ok(Recorded::Before(before));
        }
        let card = match use_card(&mut transaction, &new.attempt, method).await? {
            Some(card) => Some(card),
            None if method.kind() == MethodKind::Card => return Ok(Recorded::InvalidToken),
            None => None,
        };
        let behaviour = card.as_ref().map(|card| card.behaviour);
        let state = begins_as(method.kind(), behaviour).under(new.capture);
        let delay = moves_by_itself_after(state, transfer_delay);
        let due_at = delay.and_then(|delay| new.at.checked_add(delay).ok());
        let card = card.map(|card| card.text);
        let row = ChargeRow {
            charge: new,
            method: method.kind(),
            card,
            state,
        };
        insert(&mut transaction, &row, due_at).await?;
        transaction.commit().await?;
        Ok(Recorded::Fresh(row, behaviour))
    }

    /// The charge of an attempt.
    pub(in super::super) async fn charge(
        &self,
        attempt: &AttemptId,
    ) -> Result<Option<ChargeRow>, LedgerError> {
        let row = sqlx::query("SELECT * FROM charges WHERE attempt = ?")
            .bind(&attempt.0)
            .fetch_optional(&self.readers)
            .await?;
        row.as_ref().map(read_charge).transpose()
    }

    /// The charge that a page is about.
    pub(in super::super) async fn charge_of_page(
        &self,
        page: &str,
    ) -> Result<Option<ChargeRow>, LedgerError> {
        let row = sqlx::query("SELECT * FROM charges WHERE page = ?")
            .bind(page)
            .fetch_optional(&self.readers)
            .await?;
        row.as_ref().map(read_charge).transpose()
    }

    /// Every charge, oldest first.
    pub(in super::super) async fn charges(&self) -> Result<Vec<ChargeRow>, LedgerError> {
        let rows = sqlx::query("SELECT * FROM charges ORDER BY created_at, rowid")
            .fetch_all(&self.readers)
            .await?;
        rows.iter().map(read_charge).collect()
    }
}

/// The charge of an attempt, as this transaction sees it.
pub(super) async fn find(
    transaction: &mut Transaction<'_, Sqlite>,
    attempt: &AttemptId,
) -> Result<Option<ChargeRow>, LedgerError> {
    let row = sqlx::query("SELECT * FROM charges WHERE attempt = ?")
        .bind(&attempt.0)
        .fetch_optional(&mut **transaction)
        .await?;
    row.as_ref().map(read_charge).transpose()
}

/// A token can be used once, by one attempt.
async fn use_card(
    transaction: &mut Transaction<'_, Sqlite>,
    attempt: &AttemptId,
    method: &ChargeMethod,
) -> Result<Option<UsedCard>, LedgerError> {
    let token = match method {
        ChargeMethod::Card(token) => token,
        ChargeMethod::BankTransfer | ChargeMethod::Wallet => return Ok(None),
    };
    let row = sqlx::query(
        "UPDATE tokens SET used_by = ? WHERE token = ? AND used_by IS NULL \
         RETURNING brand, last4, behaviour",
    )
    .bind(&attempt.0)
    .bind(&token.0)
    .fetch_optional(&mut **transaction)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let behaviour = Behaviour::read(&row.try_get::<String, _>("behaviour")?).ok_or(
        LedgerError::Unreadable {
            column: "behaviour",
        },
    )?;
    let (brand, last4): (String, String) = (row.try_get("brand")?, row.try_get("last4")?);
    Ok(Some(UsedCard {
        text: format!("{brand} {last4}"),
        behaviour,
    }))
}

async fn insert(
    transaction: &mut Transaction<'_, Sqlite>,
    row: &ChargeRow,
    due_at: Option<Timestamp>,
) -> Result<(), LedgerError> {
    let at = row.charge.at.as_millisecond();
    sqlx::query(
        "INSERT INTO charges (attempt, page, reference, amount, currency, capture, method, card, \
         return_url, state, decline, due_at, created_at, updated_at) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(&row.charge.attempt.0)
    .bind(&row.charge.page)
    .bind(row.charge.reference.as_str())
    .bind(row.charge.amount.amount)
    .bind(row.charge.amount.currency.as_str())
    .bind(capture_text(row.charge.capture))
    .bind(method_text(row.method))
    .bind(&row.card)
    .bind(&row.charge.return_url.0)
    .bind(row.state.as_str())
    .bind(row.state.decline_text())
    .bind(due_at.map(Timestamp::as_millisecond))
    .bind(at)
    .bind(at)
    .execute(&mut **transaction)
    .await?;
    Ok(())
}
