//! A connection out of the pool, for as long as somebody has it.

use std::ops::{Deref, DerefMut};

use sqlx::pool::PoolConnection;
use sqlx::{Connection, PgConnection, Postgres, Transaction};

use crate::store::StoreError;

/// A connection that goes back to the pool unless nobody knows whether it is in a transaction.
///
/// A request is dropped where its client hangs up. Between the moment at which a transaction was
/// asked for and the database's answer sqlx 0.9.0 does not remember that it asked, so it would hand
/// the connection on inside that transaction: whoever has it next would see nothing that is
/// committed from then on (transact-rs/sqlx#4393, mended after 0.9.0). Such a connection is closed.
#[derive(Debug)]
pub(in crate::store) struct Held {
    connection: PoolConnection<Postgres>,
    is_beginning: bool,
}

impl Held {
    pub(super) const fn new(connection: PoolConnection<Postgres>) -> Self {
        Self {
            connection,
            is_beginning: false,
        }
    }

    /// Begins a transaction.
    pub(super) async fn begin(
        &mut self,
        statement: &'static str,
    ) -> Result<Transaction<'_, Postgres>, StoreError> {
        self.is_beginning = true;
        let begun = self.connection.begin_with(statement).await?;
        self.is_beginning = false;
        Ok(begun)
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        if self.is_beginning {
            self.connection.close_on_drop();
        }
    }
}

impl Deref for Held {
    type Target = PgConnection;

    fn deref(&self) -> &PgConnection {
        &self.connection
    }
}

impl DerefMut for Held {
    fn deref_mut(&mut self) -> &mut PgConnection {
        &mut self.connection
    }
}
