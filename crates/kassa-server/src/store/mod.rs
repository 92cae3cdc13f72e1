//! Rows and transactions. Knows SQL; must not know why anything happens.
//!
//! One method is one whole transaction. Every UPDATE of a state names the state that it expects,
//! and uniqueness, never a look-up before it, decides who is first.
//!
//! To add a store: implement [`Store`] and pass the contract suite in `tests/store_contract.rs`.

mod contract;

pub use contract::{
    Claim, Claimed, Fingerprint, InFlight, KeyHash, MerchantPayment, MerchantSession, NewAccount, SessionChange,
    SettleAttempt, Store, StoreError, Swapped,
};
