//! The pretend processor's bank accounts: one for each payment, so that what arrives can be told
//! apart even where the payer forgot the reference.
//!
//! The banks are invented: their BICs have a 0 in the eighth place, which marks test BICs
//! (ISO 9362). The check digits are right, so that a payer's bank would take the number.
//!
//! To add a currency's account: give it a line in [`account_for`].

mod account;
mod iban;

pub(super) use account::account_for;
