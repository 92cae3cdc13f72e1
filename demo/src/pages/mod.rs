//! The shop's pages. Everything is escaped by the template.

mod brand;
mod checkout;
mod index;
mod layout;
mod order;
mod sorry;
mod thanks;

pub(crate) use brand::{Tried, brand};
pub(crate) use checkout::{frame, overlay, popup, script};
pub(crate) use index::{Shelf, index};
pub(crate) use order::order;
pub(crate) use sorry::sorry;
pub(crate) use thanks::thanks;
