//! The server behind Kassa: it keeps sessions, moves payments, and renders the payer's pages.
//!
//! The rooms, in reading order: [`domain`] says what a session and a payment may become;
//! [`payments`] does things in the right order; [`store`] keeps rows; [`processor`] moves money.

pub mod clock;
pub mod domain;
pub mod payments;
pub mod processor;
pub mod store;
pub mod views;
pub mod words;
