//! Whether what is written lasts.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::StoreError;

/// Whether a write failed and none was tried since on purpose. Shared by whoever holds the store.
#[derive(Clone, Debug, Default)]
pub(super) struct Condition(Arc<AtomicBool>);

impl Condition {
    /// Remembers where the database itself failed.
    pub(super) fn noted<T>(&self, ended: Result<T, StoreError>) -> Result<T, StoreError> {
        match &ended {
            Err(StoreError::Database(_)) => self.0.store(true, Ordering::Relaxed),
            Ok(_) | Err(StoreError::Taken { .. } | StoreError::Unreadable { .. }) => {}
        }
        ended
    }

    /// Whether it is not known that a write would work.
    pub(super) fn is_doubtful(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// A write worked.
    pub(super) fn is_good(&self) {
        self.0.store(false, Ordering::Relaxed);
    }
}
