//! Recipients and orders that look like life, for the demonstration and the journeys.
//!
//! Data, not code: `recipients.json` and `orders.json`, in the shapes of the merchant's API. Some
//! of it is unpleasant on purpose: text that looks like a script, text that runs the other way, an
//! order that no recipient can take.
//!
//! To add an order: a block in `orders.json` whose lines add up to its amount.

mod read;

pub use read::{DemoData, demo_data};
