//! `cargo xtask bench`: how quickly a payer can begin and how it feels to type, against a plain HTML
//! form and against others' checkouts.
//!
//! Every page is measured in the same run, one after the other, round by round, each time in a
//! browser that has never seen it, over a slow link on a slow processor. Sizes come from `sizes`.
//! It must not know how the widget works: `observe.js` sees what a payer sees. [`peers`] are the
//! others, [`keys`] is how it feels to type, [`memory`] what long use leaves behind. To measure one
//! more page: a variant of [`PageKind`]; one more figure: a line in `verdicts`.

mod options;
mod page_kind;
mod conditions;
mod static_pages;
mod shops;
mod peers;
mod ground;
mod driver;
mod key;
mod tab;
mod traffic;
mod visit;
mod payer;
mod keys;
mod memory;
mod sample;
mod statistics;
mod verdict;
mod verdicts;
mod results;
mod run;

pub(crate) use options::Options;
pub(crate) use page_kind::{PageKind, Place, Way};
pub(crate) use run::run;
pub(crate) use sample::{Sample, Traffic};
pub(crate) use static_pages::{Served, StaticPages};
pub(crate) use statistics::Spread;
