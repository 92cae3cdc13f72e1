//! A pretend merchant.
fn main() {}
