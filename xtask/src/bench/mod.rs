//! `cargo xtask bench`: how quickly a payer can begin, against a plain HTML form.
//!
//! Every page is measured in the same run, one after the other, round by round, each time in a
//! browser that has never seen it, over a slow link on a slow processor. Sizes come from `sizes`.
//! It must not know how the widget works: `observe.js` sees what a payer sees. To measure one more
//! page: a variant of [`PageKind`]; one more figure: a line in `verdicts`.

mod options;
mod page_kind;
mod conditions;
mod static_pages;
mod driver;
mod visit;
mod sample;
mod statistics;
mod verdicts;
mod results;
mod run;

pub(crate) use options::Options;
pub(crate) use page_kind::{PageKind, Pages};
pub(crate) use run::run;
pub(crate) use sample::Sample;
pub(crate) use statistics::Spread;
