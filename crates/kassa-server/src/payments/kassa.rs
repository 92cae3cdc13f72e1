//! What every use case has at hand.

use std::sync::Arc;
use std::time::Duration;

use kassa_wire::merchant;
use kassa_wire::payer::{PayerValues, field};
use kassa_wire::view::{FieldsView, SessionView};
use kassa_wire::{CountryCode, PaymentReference, SessionId};
use tokio::sync::broadcast;

use super::ChangeHub;
use super::charge::Charges;
use crate::clock::{Clock, Dice};
use crate::domain::{Checkout, Invitation, Session};
use crate::processor::{Offer, Processor, ReturnUrl};
use crate::store::Store;
use crate::views::{Links, MerchantLinks, PayerForm, merchant_session, session_view};
use crate::words::{Locale, Words};

/// How many invitations wait for a slow listener before it misses some.
const BACKLOG: usize = 256;

/// The running server's parts, cheap to clone: what the use cases take and what the routers hold.
#[derive(Clone, Debug)]
pub struct Kassa {
    /// Keeps everything.
    pub store: Arc<dyn Store>,
    /// Moves the money.
    pub processor: Arc<dyn Processor>,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Draws ids.
    pub dice: Arc<dyn Dice>,
    /// The languages: what a payer typed is read against a form, and a form has words.
    pub words: Arc<Words>,
    /// Hears of every change of a session.
    pub changes: ChangeHub,
    /// Hears of every invitation: whoever posts them, or prints them.
    pub invited: broadcast::Sender<Invitation>,
    /// What the operator chose.
    pub settings: Arc<PaymentSettings>,
    pub(super) charges: Charges,
}

/// What a [`Kassa`] is made of.
#[derive(Clone, Debug)]
pub struct Parts {
    /// Keeps everything.
    pub store: Arc<dyn Store>,
    /// Moves the money.
    pub processor: Arc<dyn Processor>,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Draws ids.
    pub dice: Arc<dyn Dice>,
    /// The languages.
    pub words: Arc<Words>,
    /// What the operator chose.
    pub settings: PaymentSettings,
}

/// What the operator chose.
#[derive(Clone, Debug)]
pub struct PaymentSettings {
    /// Where payers reach this server, without a slash at the end: `https://pay.example`.
    pub public_url: String,
    /// How long to wait for a processor's answer. After it the payment is processing, not refused.
    pub charge_time_limit: Duration,
    /// What becomes of invitations.
    pub mailing: Mailing,
}

/// What becomes of invitations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mailing {
    /// A mail server sends them.
    Sent,
    /// There is no mail server: the merchant passes the links on.
    Kept,
}

impl Kassa {
    /// The running server's parts.
    #[must_use]
    pub fn new(parts: Parts) -> Self {
        Self {
            store: parts.store,
            processor: parts.processor,
            clock: parts.clock,
            dice: parts.dice,
            words: parts.words,
            changes: ChangeHub::default(),
            invited: broadcast::Sender::new(BACKLOG),
            settings: Arc::new(parts.settings),
            charges: Charges::default(),
        }
    }

    /// The payer's link to a session. It is the payer's capability: it goes to the merchant and to
    /// the processor, never to a log.
    #[must_use]
    pub fn session_url(&self, id: &SessionId) -> ReturnUrl {
        ReturnUrl(format!(
            "{}/v1/view/{}/",
            self.settings.public_url,
            id.as_str()
        ))
    }

    /// Where the merchant's server creates the payment that a session's payer announced. It wants
    /// the merchant's key.
    #[must_use]
    pub fn confirm_url(&self, id: &SessionId) -> String {
        let (server, id) = (&self.settings.public_url, id.as_str());
        format!("{server}/api/sessions/{id}/payment")
    }

    /// The ways in which a session can be paid: what the processor offers, as long as the money can
    /// be taken when the merchant wants it taken.
    #[must_use]
    pub fn offers(&self, checkout: &Checkout) -> Vec<Offer> {
        let session = &checkout.session;
        let mut offers = self
            .processor
            .offers(session.amount, checkout.recipient.country);
        offers.retain(|offer| offer.takes(session.capture));
        offers
    }

    /// The fields of a session's form in another country than the payer's, in a language.
    #[must_use]
    pub fn fields(&self, checkout: &Checkout, country: CountryCode, locale: Locale) -> FieldsView {
        let mut payer = checkout.session.payer.clone();
        payer.insert(field::COUNTRY.to_owned(), country.to_string());
        let form = PayerForm::of(checkout, &payer, &self.words, locale);
        FieldsView {
            country: form.country(),
            fields: form.into_shown(),
        }
    }

    /// A session as its payer may see it, in a language.
    #[must_use]
    pub fn view(&self, checkout: &Checkout, locale: Locale) -> SessionView {
        self.view_with(checkout, None, locale)
    }

    /// The same for a payer who has typed this already: the fields are those of its country.
    #[must_use]
    pub fn view_with(
        &self,
        checkout: &Checkout,
        typed: Option<&PayerValues>,
        locale: Locale,
    ) -> SessionView {
        let links = Links {
            offers: &self.offers(checkout),
            confirm_url: self.confirm_url(&checkout.session.id),
            now: self.clock.now(),
        };
        session_view(checkout, typed, links, &self.words, locale)
    }

    /// A session as its merchant sees it.
    #[must_use]
    pub fn merchant_view(
        &self,
        session: &Session,
        payment: Option<PaymentReference>,
    ) -> merchant::Session {
        let links = MerchantLinks {
            url: self.session_url(&session.id).0,
            confirm_url: self.confirm_url(&session.id),
        };
        merchant_session(session, links, payment)
    }

    /// Waits until no charge is under way in this process: before it ends, and in tests.
    pub async fn finish_charges(&self) {
        self.charges.finished().await;
    }
}
