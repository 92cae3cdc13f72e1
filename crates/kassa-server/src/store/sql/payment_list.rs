//! Lists of payments, each read along an index that lies in the list's own order, newest first.

use sqlx::QueryBuilder;

use super::columns::Columns;
use super::dialect::{Connection, Database};
use super::{attempts, payment_words, payments, sessions};
use crate::domain::Payment;
use crate::store::words::payment_state;
use crate::store::{FoundPayments, ListPayments, MerchantPayment, Page, StoreError};

/// How a list is read.
struct Reading<'l> {
    list: &'l ListPayments,
    /// The last payment of the page before.
    after: Option<Payment>,
    /// Words that the payment must have too, each by its beginning.
    terms: Vec<String>,
}

pub(super) async fn page(
    connection: &mut Connection,
    list: &ListPayments,
) -> Result<FoundPayments, StoreError> {
    let mut after = None;
    if let Some(reference) = &list.after {
        after = payments::of_account(connection, &list.account, reference).await?;
        if after.is_none() {
            return Ok(FoundPayments::Page(Page::of(Vec::new(), list.most)));
        }
    }
    let mut terms = payment_words::terms(&list.query);
    let longest = terms.pop();
    let reading = Reading { list, after, terms };
    let rows = match longest {
        None => rows(connection, reading.of_all()).await?,
        Some(term) => {
            let words = payment_words::beginning_with(connection, &list.account, &term).await?;
            let Some(words) = words else {
                return Ok(FoundPayments::TooBroad);
            };
            along(connection, &reading, &words).await?
        }
    };
    let page = Page::of(rows, list.most);
    Ok(FoundPayments::Page(whole(connection, page).await?))
}

/// The beginnings of each word's own list, as one list.
async fn along(
    connection: &mut Connection,
    reading: &Reading<'_>,
    words: &[String],
) -> Result<Vec<Payment>, StoreError> {
    let mut found = Vec::new();
    for word in words {
        found.extend(rows(connection, reading.of_word(word)).await?);
    }
    found.sort_by(|a, b| (b.created_at, &b.reference).cmp(&(a.created_at, &a.reference)));
    found.dedup_by(|a, b| a.reference == b.reference);
    Ok(found)
}

async fn rows(
    connection: &mut Connection,
    mut query: QueryBuilder<Database>,
) -> Result<Vec<Payment>, StoreError> {
    let rows = query.build().fetch_all(connection).await?;
    rows.iter()
        .map(|row| payments::read(Columns::of("payments", row)))
        .collect()
}

impl Reading<'_> {
    fn of_all(&self) -> QueryBuilder<Database> {
        let mut query = QueryBuilder::new("SELECT payments.* FROM payments WHERE account_id = ");
        query.push_bind(self.list.account.as_str().to_owned());
        self.narrow(&mut query, ["payments.created_at", "payments.reference"]);
        query
    }

    /// The word's own rows lie in the list's order; the payments are looked up one by one.
    fn of_word(&self, word: &str) -> QueryBuilder<Database> {
        let mut query = QueryBuilder::new(
            "SELECT payments.* FROM payment_words CROSS JOIN payments
             WHERE payments.reference = payment_words.payment_reference
               AND payment_words.account_id = ",
        );
        query.push_bind(self.list.account.as_str().to_owned());
        query.push(" AND payment_words.word = ");
        query.push_bind(word.to_owned());
        let order = [
            "payment_words.created_at",
            "payment_words.payment_reference",
        ];
        self.narrow(&mut query, order);
        query
    }

    fn narrow(&self, query: &mut QueryBuilder<Database>, [time, reference]: [&'static str; 2]) {
        if let Some(state) = self.list.state {
            let state = payment_state(state);
            query.push(" AND payments.state = ").push_bind(state);
        }
        if let Some(recipient) = &self.list.recipient {
            let recipient = recipient.as_str().to_owned();
            query
                .push(" AND payments.recipient_id = ")
                .push_bind(recipient);
        }
        if let Some(from) = self.list.from {
            query.push(" AND ").push(time).push(" >= ");
            query.push_bind(from.as_microsecond());
        }
        if let Some(to) = self.list.to {
            query.push(" AND ").push(time).push(" < ");
            query.push_bind(to.as_microsecond());
        }
        if let Some(after) = &self.after {
            query.push(" AND (").push(time).push(", ").push(reference);
            query
                .push(") < (")
                .push_bind(after.created_at.as_microsecond());
            query
                .push(", ")
                .push_bind(after.reference.as_str().to_owned());
            query.push(")");
        }
        for term in &self.terms {
            payment_words::push_has(query, term);
        }
        query.push(" ORDER BY ").push(time).push(" DESC, ");
        query.push(reference).push(" DESC LIMIT ");
        query.push_bind(i64::from(self.list.most).saturating_add(1));
    }
}

/// The page's payments with their sessions and attempts, read all at once.
async fn whole(
    connection: &mut Connection,
    page: Page<Payment>,
) -> Result<Page<MerchantPayment>, StoreError> {
    let mut sessions = sessions::of_payments(connection, &page.rows).await?;
    let mut attempts = attempts::of_payments(connection, &page.rows).await?;
    let rows = page.rows.into_iter().filter_map(|payment| {
        // A foreign key promises the session.
        let session = sessions.remove(payment.session.as_str())?;
        let attempts = attempts.remove(&payment.reference).unwrap_or_default();
        Some(MerchantPayment {
            payment,
            session,
            attempts,
        })
    });
    Ok(Page {
        rows: rows.collect(),
        more: page.more,
    })
}
