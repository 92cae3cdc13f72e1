//! What half an hour of use leaves behind.
//!
//! One document of Kassa's hosted page is used as a person would in thirty minutes: some 6,600 keys,
//! which is more than two hundred a minute, in sixty rounds through the whole form, its mistakes, other
//! countries and languages, the payment and back, while the merchant changes the session. Measured
//! after the first rounds, when everything was needed once, and at the end, each time after the
//! browser has thrown away what nobody holds. The program's memory never shrinks: what it holds is
//! the most that it ever held.
//!
//! As it is run by default the rounds follow each other at once. What comes with time alone, the
//! stream's heartbeat every fifteen seconds above all, comes more rarely then; with `--minutes 30`
//! it is what it is.

mod reading;
mod acts;
mod measure;
mod report;

pub(crate) use measure::measure;
pub(crate) use reading::Reading;
pub(crate) use report::Use;
