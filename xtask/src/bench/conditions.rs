//! A slow link and a slow processor: a phone of some years, on a train.

use serde::Serialize;
use serde_json::{Value, json};

/// Under which conditions pages are loaded.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Conditions {
    /// Bits each second towards the payer.
    down_bits_per_second: u32,
    /// Bits each second from the payer.
    up_bits_per_second: u32,
    /// Added to every request, in milliseconds.
    latency_ms: u32,
    /// How many times slower the processor is made.
    processor_slowed: u32,
}

/// The ones that the bounds are meant for.
pub(crate) const SLOW: Conditions = Conditions {
    down_bits_per_second: 1_600_000,
    up_bits_per_second: 750_000,
    latency_ms: 150,
    processor_slowed: 4,
};

impl Conditions {
    /// As the browser's debugger wants to hear of the network.
    pub(crate) fn network_as_json(self) -> Value {
        json!({
            "offline": false,
            "latency": self.latency_ms,
            "downloadThroughput": self.down_bits_per_second / 8,
            "uploadThroughput": self.up_bits_per_second / 8,
        })
    }

    /// As it wants to hear of the processor.
    pub(crate) fn processor_as_json(self) -> Value {
        json!({ "rate": self.processor_slowed })
    }
}
