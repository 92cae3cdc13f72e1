//! Pages that listen.

use metrics::gauge;

/// A page that listens for changes, until it is dropped.
#[derive(Debug)]
#[must_use]
pub(crate) struct OpenStream(());

impl OpenStream {
    /// One more page listens.
    pub(crate) fn begin() -> Self {
        gauge!("kassa_event_streams").increment(1.0);
        Self(())
    }
}

impl Drop for OpenStream {
    fn drop(&mut self) {
        gauge!("kassa_event_streams").decrement(1.0);
    }
}
