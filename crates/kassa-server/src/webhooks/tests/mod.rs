//! What merchants rely on, as far as it can be shown without a network.

mod addresses;
mod documentation;
mod proofs;
mod waits;
