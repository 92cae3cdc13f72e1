//! The bank's and the wallet's pages: plain HTML that works without scripts, in a frame, by
//! keyboard, on a phone, light and dark. English: a bank elsewhere has its own language too.
//!
//! Everything shown is escaped by the template.

mod challenge;
mod decision;
mod layout;
mod unknown;
mod wallet;

pub(super) use challenge::challenge;
pub(super) use decision::Decision;
pub(super) use unknown::unknown;
pub(super) use wallet::wallet;
