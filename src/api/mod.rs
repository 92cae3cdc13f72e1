//! How to ask the server: one file per endpoint.
//!
//! The room knows addresses, headers and JSON. It must not know what an answer leads to: it gives
//! back a view, or a [`crate::checkout::Failure`], and `checkout` decides.
//!
//! To ask for something new: a file with one function, a `Question`. A new shape of answer: `shape.rs`.

mod exchange;
mod json;
mod shape;
mod get_view;
mod put_payer;
mod post_payment;
mod post_cancel;
mod post_token;
mod get_catalogue;

pub use get_catalogue::get_catalogue;
pub use get_view::get_view;
pub use json::{from_text, object, version_from_text};
pub use post_cancel::post_cancel;
pub use post_payment::post_payment;
pub use post_token::post_token;
pub use put_payer::put_payer;
pub use shape::{Named, Shape};

use kassa_wire::SessionId;

/// A session as an endpoint's address needs it, with the language that answers are wanted in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Which session.
    pub session: SessionId,
    /// BCP 47.
    pub locale: String,
}

impl Asked {
    fn address(&self, endpoint: &str) -> String {
        format!(
            "/api/checkout/{}{endpoint}?locale={}",
            self.session.as_str(),
            self.locale
        )
    }
}
