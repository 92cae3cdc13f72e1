//! The promises, each kept by every store.

pub(crate) mod accounts;
pub(crate) mod catalogue;
pub(crate) mod hanging_up;
pub(crate) mod idempotency;
pub(crate) mod invitations;
pub(crate) mod lists;
pub(crate) mod payments;
pub(crate) mod sessions;
pub(crate) mod sharing;
pub(crate) mod upkeep;
pub(crate) mod webhooks;
