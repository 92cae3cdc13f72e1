//! What every store does, topic by topic.
//!
//! To add a topic: a file with its trait and the values that its methods take and give, and its
//! name in [`Store`].

mod store;
mod error;
mod swapped;
mod lease;
mod page;
mod accounts;
mod catalogue;
mod sessions;
mod payments;
mod refunds;
mod events;
mod webhooks;
mod invitations;
mod idempotency;
mod upkeep;

pub use accounts::{
    AccountChange, Accounts, KeyHash, KeyHolder, NewAccount, NewApiKey, RevokeApiKey,
};
pub use catalogue::{Catalogue, ImportRefusal, Imported, ListOrders, ListRecipients};
pub use error::StoreError;
pub use events::{Events, ListEvents};
pub use idempotency::{Begun, Idempotency, KeptAnswer, KeyedRequest, RequestName};
pub use invitations::Invitations;
pub use lease::Lease;
pub use page::Page;
pub use payments::{
    Claim, Claimed, Fingerprint, FoundPayments, InFlight, ListPayments, MerchantPayment, Payments,
    SettleAttempt,
};
pub use refunds::{BeginOperation, MoneyMove, Refunds, SettleOperation};
pub use sessions::{SessionChange, Sessions};
pub use store::Store;
pub use swapped::{Lasting, Swapped};
pub use upkeep::{Cleared, Clearing, Outbox, PaymentCount, Upkeep};
pub use webhooks::{
    DeliveryList, DeliveryVerdict, DueDelivery, EndpointChange, TriedDelivery, Webhooks,
};
