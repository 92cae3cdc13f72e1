//! The widget's entry.
fn main() {}
