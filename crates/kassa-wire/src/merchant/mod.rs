//! What the merchant's server sends and hears. Times are RFC 3339 UTC.

mod lists;
mod recipients;
mod extras;
mod orders;
mod sessions;
mod payments;
mod operations;
mod invitations;
mod events;

pub use events::Event;
pub use extras::{Discount, ShippingOption};
pub use invitations::{Invitation, PostInvitation};
pub use lists::List;
pub use operations::{Operation, PostCapture, PostRefund};
pub use orders::{Order, OrderLine, PostOrder};
pub use payments::{Attempt, Payment};
pub use recipients::{CustomField, CustomKind, PutRecipient, Recipient};
pub use sessions::{PatchSession, PostSession, Session};
