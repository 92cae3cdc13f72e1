//! Writing where an attempt stands: all or nothing.

use super::dialect::Connection;
use super::{attempts, events, orders, payments, sessions};
use crate::domain::SessionState;
use crate::store::{InFlight, SettleAttempt, StoreError, Swapped};

pub(super) async fn settle(
    connection: &mut Connection,
    settle: &SettleAttempt,
) -> Result<Swapped, StoreError> {
    let (before, after) = (&settle.before, &settle.after);
    if attempts::swap(connection, &before.attempt, &after.attempt).await? == Swapped::Conflict
        || payments::swap(connection, &before.payment, &after.payment).await? == Swapped::Conflict
        || sessions::swap(connection, &before.session, &after.session).await? == Swapped::Conflict
        || move_order(connection, after).await? == Swapped::Conflict
    {
        return Ok(Swapped::Conflict);
    }
    for event in &settle.events {
        events::insert(connection, event).await?;
    }
    Ok(Swapped::Done)
}

async fn move_order(connection: &mut Connection, after: &InFlight) -> Result<Swapped, StoreError> {
    match after.session.state {
        SessionState::Complete { .. } => {
            orders::pay(connection, &after.session, after.attempt.updated_at).await
        }
        SessionState::Confirmed => orders::let_go(connection, &after.session).await,
        SessionState::Open
        | SessionState::Paying { .. }
        | SessionState::Expired
        | SessionState::Cancelled => Ok(Swapped::Done),
    }
}
