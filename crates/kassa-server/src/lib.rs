//! The server behind Kassa: it keeps sessions, moves payments, and renders the payer's pages.
//!
//! The rooms, in reading order: [`domain`] says what a session and a payment may become;
//! [`payments`] does things in the right order; [`store`] keeps rows; [`processor`] moves money;
//! [`words`] writes as each language does; [`views`] turn records into what a payer's screen
//! needs; [`brands`] make a merchant's colour one that can be read; [`drawn`] draws what has no state; [`hosted`] makes pages of them; [`http`] answers requests; [`mail`] writes to payers; [`copy`] moves a store
//! to another database; [`administer`] and [`import`] are an operator's commands; [`server`] holds it all together. [`meter`] counts.

pub mod clock;
pub mod secret;
pub mod meter;
pub mod domain;
pub mod payments;
pub mod store;
pub mod processor;
pub mod webhooks;
pub mod mail;
pub mod words;
pub mod views;
pub mod brands;
pub mod drawn;
pub mod hosted;
pub mod http;
pub mod demo_data;
pub mod copy;
pub mod administer;
pub mod import;
pub mod server;
