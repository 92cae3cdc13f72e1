//! The payer's half of Kassa.
