//! The contract, method by method: open a transaction, do one thing in it, end it.

use async_trait::async_trait;
use jiff::Timestamp;
use kassa_wire::{AccountId, OrderNumber, PaymentReference, RecipientId, SessionId};

use super::{
    SqliteStore, accounts, attempts, checkout, claim, events, orders, payments, recipients,
    sessions, settle,
};
use crate::domain::{Account, AttemptId, Checkout, Event, Order, Recipient, Session};
use crate::store::{
    Claim, Claimed, InFlight, KeyHash, MerchantPayment, NewAccount, SessionChange, SettleAttempt,
    Store, StoreError, Swapped,
};

#[async_trait]
impl Store for SqliteStore {
    async fn add_account(&self, account: &NewAccount) -> Result<(), StoreError> {
        let mut transaction = self.write().await?;
        accounts::insert(&mut transaction, account).await?;
        Ok(transaction.commit().await?)
    }

    async fn account_by_key(&self, key: &KeyHash) -> Result<Option<Account>, StoreError> {
        accounts::by_key(&mut *self.read().await?, key).await
    }

    async fn recipients(
        &self,
        account: &AccountId,
        query: &str,
    ) -> Result<Vec<Recipient>, StoreError> {
        recipients::find(&mut *self.read().await?, account, query).await
    }

    async fn recipient(
        &self,
        account: &AccountId,
        id: &RecipientId,
    ) -> Result<Option<Recipient>, StoreError> {
        recipients::by_id(&mut *self.read().await?, account, id).await
    }

    async fn orders(
        &self,
        account: &AccountId,
        recipient: Option<&Recipient>,
        query: &str,
    ) -> Result<Vec<Order>, StoreError> {
        orders::find(&mut *self.read().await?, account, recipient, query).await
    }

    async fn order(
        &self,
        account: &AccountId,
        number: &OrderNumber,
    ) -> Result<Option<Order>, StoreError> {
        orders::by_number(&mut *self.read().await?, account, number).await
    }

    async fn add_session(&self, session: &Session, event: &Event) -> Result<(), StoreError> {
        let mut transaction = self.write().await?;
        sessions::insert(&mut transaction, session).await?;
        events::insert(&mut transaction, event).await?;
        Ok(transaction.commit().await?)
    }

    async fn merchant_payment(
        &self,
        account: &AccountId,
        reference: &PaymentReference,
    ) -> Result<Option<MerchantPayment>, StoreError> {
        payments::of_merchant(&mut *self.read().await?, account, reference).await
    }

    async fn checkout(&self, id: &SessionId) -> Result<Option<Checkout>, StoreError> {
        checkout::read(&mut *self.read().await?, id).await
    }

    async fn change_session(&self, change: &SessionChange) -> Result<Swapped, StoreError> {
        let mut transaction = self.write().await?;
        let swapped = sessions::swap(&mut transaction, &change.before, &change.after).await?;
        if swapped == Swapped::Done {
            events::insert(&mut transaction, &change.event).await?;
            transaction.commit().await?;
        }
        Ok(swapped)
    }

    async fn claim_attempt(&self, claim: &Claim) -> Result<Claimed, StoreError> {
        claim::claim(self.write().await?, claim).await
    }

    async fn settle_attempt(&self, settle: &SettleAttempt) -> Result<Swapped, StoreError> {
        settle::settle(self.write().await?, settle).await
    }

    async fn add_event(&self, event: &Event) -> Result<(), StoreError> {
        let mut transaction = self.write().await?;
        events::insert(&mut transaction, event).await?;
        Ok(transaction.commit().await?)
    }

    async fn in_flight(&self, id: &AttemptId) -> Result<Option<InFlight>, StoreError> {
        attempts::in_flight(&mut *self.read().await?, id).await
    }

    async fn attempts_in_flight(&self, until: Timestamp) -> Result<Vec<AttemptId>, StoreError> {
        attempts::ids_in_flight(&mut *self.read().await?, until).await
    }

    async fn sessions_due(&self, now: Timestamp) -> Result<Vec<Session>, StoreError> {
        sessions::due(&mut *self.read().await?, now).await
    }

    async fn events(&self, session: &SessionId) -> Result<Vec<Event>, StoreError> {
        events::of_session(&mut *self.read().await?, session).await
    }

    async fn ping(&self) -> Result<(), StoreError> {
        sqlx::query("SELECT 1")
            .execute(&mut *self.read().await?)
            .await?;
        Ok(())
    }
}
