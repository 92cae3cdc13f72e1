//! How to ask the server: one file per endpoint.
//!
//! The room knows addresses, headers and JSON. It must not know what an answer leads to: it gives
//! back a question, whose answer is a view or a [`crate::checkout::Failure`], and `checkout` decides.
//!
//! To ask for something new: a file with one function, a `Question`. A new shape of answer: `shape.rs`.

mod asked;
mod exchange;
mod json;
mod shape;
mod get_view;
mod get_fields;
mod put_payer;
mod put_extras;
mod post_payment;
mod post_cancel;
mod post_lock;
mod post_token;
mod get_texts;

pub use asked::Asked;
pub use exchange::{AskView, Question};
pub use get_fields::get_fields;
pub use get_texts::get_texts;
pub use get_view::get_view;
pub use json::{from_text, object, version_from_text};
pub use post_cancel::post_cancel;
pub use post_lock::post_lock;
pub use post_payment::post_payment;
pub use post_token::post_token;
pub use put_extras::put_extras;
pub use put_payer::put_payer;
pub use shape::{Named, Shape};
