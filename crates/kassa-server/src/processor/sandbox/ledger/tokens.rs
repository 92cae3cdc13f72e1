//! Tokens that stand for cards.

use jiff::Timestamp;

use super::{Ledger, LedgerError};
use crate::processor::CardTokenText;
use crate::processor::sandbox::card::AcceptedCard;

impl Ledger {
    /// Writes down a card under its token, without its number.
    pub(in super::super) async fn add_token(
        &self,
        token: &CardTokenText,
        card: &AcceptedCard,
        now: Timestamp,
    ) -> Result<(), LedgerError> {
        sqlx::query(
            "INSERT INTO tokens (token, brand, last4, behaviour, created_at) VALUES (?, ?, ?, ?, ?)",
        )
        .bind(&token.0)
        .bind(card.brand.name())
        .bind(&card.last4)
        .bind(card.behaviour.as_str())
        .bind(now.as_millisecond())
        .execute(&self.writer)
        .await?;
        Ok(())
    }
}
