//! What was counted, promised and broken while everything went on.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What all who take part write down.
#[derive(Debug, Default)]
pub(crate) struct Record {
    counts: Mutex<BTreeMap<&'static str, u64>>,
    told_paid: Mutex<BTreeSet<String>>,
    moved: Mutex<BTreeMap<String, String>>,
    opened: Mutex<BTreeSet<String>>,
    orders_paid: Mutex<BTreeSet<String>>,
    breaches: Mutex<Vec<String>>,
}

impl Record {
    /// One more of these.
    pub(crate) fn count(&self, what: &'static str) {
        let mut counts = open(&self.counts);
        let count = counts.entry(what).or_default();
        *count = count.saturating_add(1);
    }

    /// A payer was told that this session is paid.
    pub(crate) fn told_paid(&self, session: &str) {
        open(&self.told_paid).insert(session.to_owned());
    }

    /// A merchant was told that this session is open.
    pub(crate) fn opened(&self, session: &str) {
        open(&self.opened).insert(session.to_owned());
    }

    /// A merchant was told that this order is paid, and got no session for it.
    pub(crate) fn told_order_paid(&self, order: &str) {
        self.count("sessions refused, since another payer was quicker");
        open(&self.orders_paid).insert(order.to_owned());
    }

    /// A merchant was told of this capture, void or refund, and how it stood.
    pub(crate) fn moved(&self, id: &str, state: &str) {
        open(&self.moved).insert(id.to_owned(), state.to_owned());
    }

    /// Something that must not be was seen.
    pub(crate) fn broken(&self, what: String) {
        open(&self.breaches).push(what);
    }

    /// Every count.
    pub(crate) fn counts(&self) -> BTreeMap<&'static str, u64> {
        open(&self.counts).clone()
    }

    /// The sessions of which payers were told that they are paid.
    pub(crate) fn paid(&self) -> BTreeSet<String> {
        open(&self.told_paid).clone()
    }

    /// The captures, voids and refunds of which merchants were told, and how each stood then.
    pub(crate) fn moves(&self) -> BTreeMap<String, String> {
        open(&self.moved).clone()
    }

    /// The sessions of which merchants were told.
    pub(crate) fn sessions(&self) -> BTreeSet<String> {
        open(&self.opened).clone()
    }

    /// The orders of which merchants were told that they are paid.
    pub(crate) fn orders_paid(&self) -> BTreeSet<String> {
        open(&self.orders_paid).clone()
    }

    /// Everything that must not be.
    pub(crate) fn breaches(&self) -> Vec<String> {
        open(&self.breaches).clone()
    }
}

/// Counting goes on although somebody fell over while counting.
pub(super) fn open<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
