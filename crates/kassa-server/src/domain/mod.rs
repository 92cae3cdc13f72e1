//! What a session, an attempt and a payment may become. Pure: no HTTP, SQL, processors, time of day.

/// One try at paying: `att_` and sixteen letters or digits. The processor's idempotency key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AttemptId(pub String);
