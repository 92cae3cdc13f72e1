//! Finding a charge again, by Stripe's name for it or by ours.

use jiff::SignedDuration;

use super::Stripe;
use super::charge::{INTENTS, intent_path};
use super::client::{Form, Said};
use super::objects::{List, ObjectId, PaymentIntent};
use crate::domain::ProcessorReference;
use crate::processor::{Charged, NoAnswer};

/// How far Stripe's clock and ours may be apart.
const SKEW: SignedDuration = SignedDuration::from_mins(5);

/// How many objects a page has: as many as Stripe gives.
pub(super) const PAGE: &str = "100";

/// After so many pages it is not known whether Stripe ever heard of a charge.
const MOST_PAGES: usize = 20;

impl Stripe {
    /// The `PaymentIntent` of this name.
    pub(super) async fn intent(
        &self,
        reference: &ProcessorReference,
    ) -> Result<PaymentIntent, NoAnswer> {
        let id = ObjectId::try_from(reference.0.clone()).map_err(|_| NoAnswer)?;
        let expand = vec![("expand[0]", "latest_charge".to_owned())];
        match self.client.get(&intent_path(&id, ""), &expand).await? {
            Said::Done(intent) => Ok(intent),
            Said::Refused(refusal) => {
                refusal.log("look-up");
                Err(NoAnswer)
            }
        }
    }

    /// The `PaymentIntent` that was made for an attempt whose answer was lost; nothing where there
    /// is none. Stripe's search by metadata is a minute late or more, and would say of a charge
    /// just made that there is none; its list, newest first, is not.
    pub(super) async fn intent_of(
        &self,
        charged: &Charged,
    ) -> Result<Option<PaymentIntent>, NoAnswer> {
        let from = charged.since.as_second().saturating_sub(SKEW.as_secs());
        let mut last: Option<ObjectId> = None;
        for _ in 0..MOST_PAGES {
            let page = self.page(last.as_ref()).await?;
            let mine = |it: &&PaymentIntent| {
                it.metadata.kassa_attempt.as_deref() == Some(charged.attempt.0.as_str())
            };
            if let Some(found) = page.data.iter().find(mine) {
                return Ok(Some(found.clone()));
            }
            match page.data.last() {
                Some(oldest) if page.has_more && oldest.created >= from => {
                    last = Some(oldest.id.clone());
                }
                Some(_) | None => return Ok(None),
            }
        }
        tracing::warn!(attempt.id = %charged.attempt, "too many charges to find one among them");
        Err(NoAnswer)
    }

    async fn page(&self, after: Option<&ObjectId>) -> Result<List<PaymentIntent>, NoAnswer> {
        let mut query = vec![
            ("limit", PAGE.to_owned()),
            ("expand[0]", "data.latest_charge".to_owned()),
        ];
        query.extend(after.map(|id| ("starting_after", id.as_str().to_owned())));
        listed(self.client.get(INTENTS, &query).await?)
    }

    /// The list at an address, all pages of it that matter.
    pub(super) async fn list<T: serde::de::DeserializeOwned>(
        &self,
        path: &str,
        query: &Form,
    ) -> Result<List<T>, NoAnswer> {
        listed(self.client.get(path, query).await?)
    }
}

fn listed<T>(said: Said<List<T>>) -> Result<List<T>, NoAnswer> {
    match said {
        Said::Done(list) => Ok(list),
        Said::Refused(refusal) => {
            refusal.log("list");
            Err(NoAnswer)
        }
    }
}
