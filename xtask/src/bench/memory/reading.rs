//! How much memory a page holds.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::bench::tab::Tab;
use crate::failure::Failure;

/// What a page holds, after the browser has thrown away what nobody does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Reading {
    /// The program's memory, in bytes: what it holds, and what it held once.
    pub(crate) program_bytes: u64,
    /// Objects of scripts, in bytes.
    pub(crate) heap_bytes: u64,
    /// Nodes of documents, those that are in none among them.
    pub(crate) nodes: u64,
    /// Listeners.
    pub(crate) listeners: u64,
}

impl Reading {
    /// The program's memory and the scripts'.
    pub(crate) fn bytes(self) -> u64 {
        self.program_bytes + self.heap_bytes
    }

    /// Takes one.
    pub(super) async fn of(tab: Tab<'_>) -> Result<Self, Failure> {
        // Some things are let go only when others were.
        for _ in 0..3 {
            tab.ask("HeapProfiler.collectGarbage", json!({})).await?;
        }
        let heap = tab.ask("Runtime.getHeapUsage", json!({})).await?;
        let document = tab.ask("Memory.getDOMCounters", json!({})).await?;
        let program = tab.evaluate("__programBytes()").await;
        let reading = Self {
            program_bytes: whole(&program)?,
            heap_bytes: whole(&heap["usedSize"])?,
            nodes: whole(&document["nodes"])?,
            listeners: whole(&document["jsEventListeners"])?,
        };
        if reading.program_bytes == 0 {
            return Err(Failure::answer("the page", "a program should run in it"));
        }
        Ok(reading)
    }
}

/// The browser writes its whole numbers as numbers of any kind.
fn whole(value: &Value) -> Result<u64, Failure> {
    let told = || Failure::answer("the browser", "it should say how much memory is used");
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a count, which JSON has as a number"
    )]
    let whole = value.as_f64().ok_or_else(told)?.max(0.0) as u64;
    Ok(whole)
}
