//! The payer's pages: a session becomes HTML that works before the program arrives, and without it.
//!
//! `GET` shows where a session stands; `POST` is what the page's own forms send where no program
//! takes them, with the same use cases as the API's and a redirect after each success. The room
//! must not know SQL or processors.
//!
//! To add something a form can send: an `Intent`, a file for it, and a line in `post`.

mod address;
mod answer;
mod choose;
mod confirm;
mod get;
mod intent;
mod language;
mod patience;
mod pay;
mod policy;
mod post;
mod press;
mod send;
mod routes;
mod template;

#[cfg(test)]
mod tests;

pub use routes::{Hosted, Looks, routes};
pub use template::{Template, TemplateError};
