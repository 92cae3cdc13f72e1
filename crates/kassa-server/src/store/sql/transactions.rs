//! How a method of the contract becomes one whole transaction.

/// Runs statements that write nothing, all of them at one moment.
///
/// `reading!(self, connection => orders::by_number(connection, account, number))`
macro_rules! reading {
    ($store:expr, $connection:ident => $statements:expr) => {{
        let mut held = $store.ask().await?;
        let begin = super::dialect::READ;
        let mut transaction = super::dialect::begin(&mut held, begin).await?;
        let $connection: &mut super::dialect::Connection = &mut transaction;
        $statements.await
    }};
}

/// Runs a single statement that writes nothing: it sees one moment without a transaction around it.
///
/// `asking!(self, connection => orders::by_number(connection, account, number))`
macro_rules! asking {
    ($store:expr, $connection:ident => $statement:expr) => {{
        let mut held = $store.ask().await?;
        let $connection: &mut super::dialect::Connection = &mut held;
        $statement.await
    }};
}

/// Runs statements in a transaction that begins and ends in one of the ways below.
macro_rules! transaction {
    ($store:expr, $begin:ident .. $end:ident, $connection:ident => $statements:expr) => {
        match $store.turn().await {
            Err(error) => Err(error),
            Ok(mut turn) => {
                super::dialect::run(async {
                    let begin = super::dialect::$begin;
                    let mut transaction = super::dialect::begin(&mut turn, begin).await?;
                    let answer = {
                        let $connection: &mut super::dialect::Connection = &mut transaction;
                        $statements.await
                    };
                    super::transactions::$end(transaction, answer).await
                })
                .await
            }
        }
    };
}

/// Runs statements in one transaction that writes. It is committed where what it answers is
/// [`Lasting`], and run again from its beginning where it lost a race: the
/// statements may read and write the database and do nothing else.
///
/// `writing!(self, connection => events::insert(connection, event))`
macro_rules! writing {
    ($store:expr, $connection:ident => $statements:expr) => {{
        let mut repeats = crate::store::repeats::Repeats::default();
        loop {
            let ended = transaction!($store, WRITE .. end, $connection => $statements);
            match ended {
                Err(error) if repeats.again(&error, super::dialect::LOST).await => {}
                ended => break $store.condition.noted(ended),
            }
        }
    }};
}

/// Runs statements that take work for this server with [`skip_locked!`](super::dialect). What
/// another server is taking is left to it, so there is no race to lose.
///
/// `sharing!(self, connection => sessions::claim_due(connection, lease))`
macro_rules! sharing {
    ($store:expr, $connection:ident => $statements:expr) => {{
        let ended = transaction!($store, SHARE .. keep, $connection => $statements);
        $store.condition.noted(ended)
    }};
}

use super::dialect::Transaction;
use crate::store::{Lasting, StoreError};

/// Commits what lasts.
pub(super) async fn end<T: Lasting>(
    transaction: Transaction<'_>,
    answer: Result<T, StoreError>,
) -> Result<T, StoreError> {
    let answer = answer?;
    if answer.lasts() {
        transaction.commit().await?;
    } else {
        transaction.rollback().await?;
    }
    Ok(answer)
}

/// Commits.
pub(super) async fn keep<T>(
    transaction: Transaction<'_>,
    answer: Result<T, StoreError>,
) -> Result<T, StoreError> {
    let answer = answer?;
    transaction.commit().await?;
    Ok(answer)
}
