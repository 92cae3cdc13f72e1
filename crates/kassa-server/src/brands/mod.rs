//! From how a merchant wants its pages to look to what they look like: a colour is never trusted,
//! each page gets the nearest shade of it that can be read there.
//!
//! Pure, and must not know pages, requests or SQL. The grounds are those of `styles/tokens.css`;
//! a test holds the two together. To add something that a brand may change: a token there, a line
//! in `style`.

mod colour;
mod shade;
mod style;

pub use shade::{Grounds, Shade, shade_on};
pub use style::style_of;
