//! The server behind Kassa: it keeps sessions, moves payments, and renders the payer's pages.

pub mod clock;
pub mod domain;
pub mod processor;
