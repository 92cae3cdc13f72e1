//! How big things are, against how big they may be.
//!
//! Must not know how they are built. To bound one more figure: measure it in `assets` or `page`.

mod figure;
mod assets;
mod page;
mod run;

pub(crate) use figure::{Bound, Figure};
pub(crate) use run::{measure, run};
