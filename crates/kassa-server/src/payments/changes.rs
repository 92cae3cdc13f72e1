//! Who wants to hear that a session changed.

use kassa_wire::SessionId;
use tokio::sync::broadcast;

/// A session changed: its payer's screen should read it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which.
    pub session: SessionId,
    /// Its version now.
    pub version: u32,
}

/// Tells every open page of this process what changed. A listener that falls behind misses
/// changes and is told so: it reads the session again.
#[derive(Clone, Debug)]
pub struct ChangeHub(broadcast::Sender<Change>);

/// How many changes a slow listener may fall behind.
const BACKLOG: usize = 1024;

impl Default for ChangeHub {
    fn default() -> Self {
        Self(broadcast::Sender::new(BACKLOG))
    }
}

impl ChangeHub {
    /// Every change from now on, of every session.
    #[must_use]
    pub fn subscribe(&self) -> broadcast::Receiver<Change> {
        self.0.subscribe()
    }

    /// Tells whoever listens; nobody has to.
    pub(super) fn tell(&self, session: &SessionId, version: u32) {
        drop(self.0.send(Change {
            session: session.clone(),
            version,
        }));
    }
}
