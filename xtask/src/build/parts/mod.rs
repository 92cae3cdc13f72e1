//! The widget's `.wasm` as two files: what a page needs until the payer's information is confirmed,
//! and the rest.
//!
//! Nothing here guesses. The linker was asked to keep what it knows of who refers to whom (`linked`).
//! From that it follows which places of the table and which data only the rest can come to (`reach`).
//! Those keep their numbers and addresses whatever is optimised afterwards. So the finished module can be cut
//! (`cut`): a function is in the second file only where nothing that is in the first calls it or finds it in
//! the table. `docs/adr/0023-the-program-comes-in-two-files.md` says why it is done.
//!
//! Must not know what the parts do. The way from the first file to the second is in `src/shell/later`.

mod wrong;
mod linked;
mod reach;
mod prepare;
mod whole;
mod cut;
mod data;
mod names;
mod numbers;
mod write;

pub(crate) use cut::cut;
pub(crate) use linked::Linked;
pub(crate) use prepare::prepare;
pub(crate) use reach::Shares;
pub(crate) use wrong::Wrong;
