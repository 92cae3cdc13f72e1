//! The processor through its trait and its addresses, with a frozen clock and a fresh file.

mod bench;
mod cards;
mod durability;
mod operations;
mod pages;
mod transfers;
mod weather;
