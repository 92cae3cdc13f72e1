//! How servers share work.

use jiff::Timestamp;

/// For how long work belongs to the server that took it. A server that dies holds nothing longer:
/// then another takes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lease {
    /// Now.
    pub now: Timestamp,
    /// Until then no other server takes what this one took.
    pub until: Timestamp,
    /// How much to take at the most.
    pub most: u32,
}
