//! Text in; a value that cannot be wrong, or the reason, out.
//!
//! The payer's fields and the card's are parsed here, in the browser while they are filled in and
//! on the server with the very same code, which has the last word. The room is lenient about how
//! things are written and strict about what comes out. It must not know screens, languages or the
//! date: problems are codes, and today's month is passed in. What a browser and a server find out
//! each in their own way is behind [`Checks`].
//!
//! To add a kind of field: a variant in `kassa_wire::view::FieldKind`, a function beside
//! `email`, and a line in `payer::parse_field`.

mod text;
mod email;
mod phone;
mod postal;
mod number;
mod slip;
mod checks;
mod payer;
pub mod card;
mod say;

pub use checks::{Checks, Unchecked};
pub use email::parse as parse_email;
pub use payer::{Payer, parse, problem_of};
pub(super) use say::say;
pub use slip::slip;
