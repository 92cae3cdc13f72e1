//! The person at the browser: what they see, what they do, and how they pay. It must not know
//! what the server thinks of it.

#[cfg(feature = "pictures")]
mod camera;
mod chromium;
mod doing;
mod firefox;
mod frames;
mod hearing;
mod paying;
mod person;
mod seeing;

pub(crate) use paying::{CHANGE, CONFIRM, PAY, card};
pub(crate) use person::Payer;
