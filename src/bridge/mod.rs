//! The guest half of the embed protocol: what the frame and the merchant's page say to each other.
//!
//! Together with `embed/` the only room that talks to other windows. It knows frames, origins and
//! the shape of messages; it must not know payments, wording or what the shell does with a message.
//!
//! `early.js` is inline in the page and runs before the program: it finds out who the merchant's page is,
//! answers `hello`, and tells heights. The rest is told by [`Bridge`], once there is a program.
//!
//! To add a message: give `kassa_wire::embed` a variant; one that comes from the host is read in
//! `message.rs`.

mod connection;
mod message;

pub use connection::{Bridge, is_asked};
