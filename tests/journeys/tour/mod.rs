//! A tour through every state that a payer's page can be in, as a real server and a real payer bring
//! it about, for whoever wants to look at each: what axe finds, what is cut, pictures.
//!
//! To add a state: its name in `states.rs`, and a stop where the tour passes it.

mod ends;
mod guide;
mod information;
mod look;
mod payment;
mod states;
mod waiting;

pub(crate) use guide::Tour;
pub(crate) use look::{Look, Motion};
pub(crate) use states::STATES;
