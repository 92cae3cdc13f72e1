//! What payments are found by.

use kassa_wire::AccountId;
use sqlx::QueryBuilder;

use super::dialect::{Connection, Database};
use crate::domain::{Payment, Session};
use crate::store::StoreError;
use crate::store::words::{payment_words, searchable};

/// Writes anew what a payment is found by: the payer may have changed their name between two
/// attempts.
pub(super) async fn write_again(
    connection: &mut Connection,
    payment: &Payment,
    session: &Session,
) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM payment_words WHERE payment_reference = $1")
        .bind(payment.reference.as_str())
        .execute(&mut *connection)
        .await?;
    write(connection, payment, session).await
}

/// Writes what a payment is found by.
pub(super) async fn write(
    connection: &mut Connection,
    payment: &Payment,
    session: &Session,
) -> Result<(), StoreError> {
    let words = payment_words(payment, session);
    if words.is_empty() {
        return Ok(());
    }
    let insert = "INSERT INTO payment_words (account_id, word, created_at, payment_reference) ";
    let mut query = QueryBuilder::<Database>::new(insert);
    query.push_values(words, |mut row, word| {
        row.push_bind(payment.account.as_str().to_owned())
            .push_bind(word)
            .push_bind(payment.created_at.as_microsecond())
            .push_bind(payment.reference.as_str().to_owned());
    });
    query.build().execute(connection).await?;
    Ok(())
}

/// How many different words may begin like what somebody looks for. Each has a list of its own
/// that has to be looked into.
const MOST_WORDS: usize = 50;

/// How many words of a query count.
const MOST_TERMS: usize = 4;

/// What a query looks for, the longest last.
pub(super) fn terms(query: &str) -> Vec<String> {
    let query = searchable(&[query]);
    let words = query.split_whitespace().take(MOST_TERMS);
    let mut terms: Vec<String> = words.map(str::to_owned).collect();
    terms.sort_by_key(String::len);
    terms
}

/// No text that begins with this one comes after it.
fn end_of(beginning: &str) -> String {
    format!("{beginning}{}", char::MAX)
}

/// The words of an account that begin like this; nothing where there are too many. Each step jumps
/// to the next word, over all the payments that have the one before.
pub(super) async fn beginning_with(
    connection: &mut Connection,
    account: &AccountId,
    beginning: &str,
) -> Result<Option<Vec<String>>, StoreError> {
    let words: Vec<String> = sqlx::query_scalar(
        "WITH RECURSIVE found (word) AS (
             SELECT MIN(word) FROM payment_words
             WHERE account_id = $1 AND word >= $2 AND word < $3
             UNION ALL
             SELECT (SELECT MIN(next.word) FROM payment_words AS next
                     WHERE next.account_id = $1 AND next.word > found.word AND next.word < $3)
             FROM found WHERE found.word IS NOT NULL
         )
         SELECT word FROM found WHERE word IS NOT NULL LIMIT $4",
    )
    .bind(account.as_str())
    .bind(beginning)
    .bind(end_of(beginning))
    .bind(
        i64::try_from(MOST_WORDS)
            .unwrap_or(i64::MAX)
            .saturating_add(1),
    )
    .fetch_all(connection)
    .await?;
    Ok(Some(words).filter(|words| words.len() <= MOST_WORDS))
}

/// The payment has a word that begins like this.
pub(super) fn push_has(query: &mut QueryBuilder<Database>, beginning: &str) {
    query.push(
        " AND EXISTS (SELECT 1 FROM payment_words AS also
                      WHERE also.payment_reference = payments.reference AND also.word >= ",
    );
    query.push_bind(beginning.to_owned());
    query.push(" AND also.word < ").push_bind(end_of(beginning));
    query.push(")");
}
