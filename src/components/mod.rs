//! Leaves: how one thing looks and speaks. Plain values in, HTML out; one file each.
//!
//! They are functions and not Yew components, because every component costs the payer bytes and
//! markers in the page. They take no callbacks either: each control is a real form's control with
//! a real name and value, which works without a program, and the shell listens to the form's own
//! events at the root. What only a program can do says so in `data-act`. A leaf must not know the
//! server, the state, the host page, or another leaf's inside.
//!
//! To add one: a file with one function, and its style in `styles/`.

pub mod act;
pub(crate) mod tag;
mod steps;
mod heading;
mod notice;
mod error_text;
mod error_list;
mod options;
mod field;
mod form;
mod unscripted;
mod button;
mod methods;
mod card_fields;
pub mod extras;
mod languages;
mod cancel;

pub use button::{Busy, link_button, primary_button, quiet_button};
pub use cancel::cancel;
pub use card_fields::{card_fields, label_of as card_label_of};
pub use error_list::{ID as ERROR_LIST_ID, ListedError, error_list};
pub use error_text::error_text;
pub use field::{FieldText, field, id_of as field_id};
pub use form::{Hidden, form, hidden_input};
pub use heading::{ID as HEADING_ID, bare_heading, heading};
pub use languages::{Typing, languages};
pub use methods::{MethodText, methods, wire_name};
pub use notice::{ID as NOTICE_ID, Tone, notice};
pub use steps::{Step, steps};
pub use unscripted::beginning;
