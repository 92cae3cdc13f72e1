//! How much memory a process has.

use std::fs;

use crate::failure::Failure;

/// The resident memory of a process, in megabytes of a million bytes, as Linux tells it.
pub(crate) fn resident_megabytes(pid: u32) -> Result<f64, Failure> {
    let path = format!("/proc/{pid}/status");
    let text = fs::read_to_string(&path)
        .map_err(|source| Failure::io("read how much memory the server has", source))?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kibibytes = line.and_then(|rest| rest.split_whitespace().next()?.parse::<f64>().ok());
    kibibytes
        .map(|kibibytes| kibibytes * 1024.0 / 1e6)
        .ok_or_else(|| Failure::answer(path, "it should hold VmRSS"))
}
