//! What the merchant changes of a session.

use std::collections::BTreeMap;

use jiff::Timestamp;
use kassa_wire::Money;
use kassa_wire::payer::PayerValues;

use super::{Chosen, SessionDetails};

/// What the merchant changes of a session; what is not said stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SessionChanges {
    /// How much, in the session's currency.
    pub amount: Option<Money>,
    /// The merchant's own name for the payer.
    pub customer_id: Said<String>,
    /// Shown instead of the order's description.
    pub description: Said<String>,
    /// Where the payer goes at the end; http or https.
    pub return_url: Said<String>,
    /// Where the merchant's server wants to hear; http or https.
    pub callback_url: Said<String>,
    /// BCP 47, as the merchant wrote it.
    pub locale: Said<String>,
    /// The merchant's own notes, all of them.
    pub metadata: Option<BTreeMap<String, String>>,
    /// What is known of the payer, all of it.
    pub payer: Option<PayerValues>,
    /// All fields that the payer reads and cannot change.
    pub read_only: Option<Vec<String>>,
    /// All fields that the payer is not shown.
    pub hidden: Option<Vec<String>>,
    /// When the offer ends.
    pub expires_at: Option<Timestamp>,
    /// What is left of the payer's choice where the order was changed; goes with the amount.
    pub chosen: Option<Chosen>,
}

/// What is said of something that need not be there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Said<T> {
    /// Nothing: it stays as it is.
    #[default]
    Nothing,
    /// It is to go.
    Removed,
    /// It is to be this.
    This(T),
}

impl<T> Said<T> {
    /// What there is after it was said.
    fn over(self, before: Option<T>) -> Option<T> {
        match self {
            Self::Nothing => before,
            Self::Removed => None,
            Self::This(value) => Some(value),
        }
    }
}

impl SessionDetails {
    pub(super) fn after(self, changes: &SessionChanges) -> Self {
        let changes = changes.clone();
        Self {
            customer_id: changes.customer_id.over(self.customer_id),
            description: changes.description.over(self.description),
            return_url: changes.return_url.over(self.return_url),
            callback_url: changes.callback_url.over(self.callback_url),
            locale: changes.locale.over(self.locale),
            metadata: changes.metadata.unwrap_or(self.metadata),
        }
    }
}
