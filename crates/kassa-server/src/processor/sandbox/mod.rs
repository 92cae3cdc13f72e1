//! The embedded processor for trying and testing.
