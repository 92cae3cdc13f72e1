//! What the page does not need before the payer's information is confirmed: paying, and all that
//! follows from the server's or the merchant's word. In the browser it comes as a file of its own;
//! everywhere else it is simply there.
//!
//! `seam.rs` is the one way to it.

mod seam;
mod update;
mod happen;
mod perform;
mod listen;
mod host;
mod language;

#[cfg(all(feature = "split", target_arch = "wasm32"))]
pub use seam::kassa_later;
pub(super) use seam::{ASKED, CAME, fetch, first_stage, here};
