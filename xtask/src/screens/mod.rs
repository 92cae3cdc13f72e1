//! `cargo xtask screens`: a picture of every state that a payer's page can be in, for people to look
//! at, under `docs/screens`.
//!
//! Must not know which states there are: the journeys' tour does. To look in another language, a line
//! in `tests/journeys/pictures.rs`.

mod run;

pub(crate) use run::run;
