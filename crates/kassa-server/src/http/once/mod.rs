//! A merchant's POST is done once, however often it is sent.
//!
//! The first request with a key draws the id of what it is to make and writes it down before any
//! work; whoever sends the request again after its worker is gone goes on with that id. Making is
//! safe to repeat, since an id is unique where it is made. The first answer is kept for a day.
//! `docs/adr/0010-the-id-is-drawn-before-the-work.md` says why.

mod key;
mod kept;
mod perform;

pub(super) use key::MerchantKey;
pub(super) use perform::{Asked, Subject, once, once_or_again};
