//! A merchant that hears webhooks.

use std::collections::BTreeSet;
use std::time::Duration;

use jiff::SignedDuration;
use kassa_server::domain::{Delivery, DeliveryState, Endpoint, EndpointId, EventKind};
use kassa_server::payments::{Kassa, draw_endpoint_id};
use kassa_server::store::{DeliveryList, Webhooks};
use kassa_server::webhooks::{
    AddEndpoint, EndpointWithSecret, Outbox, OutboxLimits, Reach, Sender, SenderSettings,
    add_endpoint,
};
use kassa_wire::AccountId;

use super::{Receiver, TestApp};

/// Long enough for a receiver on a busy machine, and short enough to wait for one that hangs.
pub(crate) const WEBHOOK_TIME_LIMIT: Duration = Duration::from_secs(1);

/// What delivers webhooks, to this machine too.
pub(super) fn outbox_of(kassa: &Kassa) -> Outbox {
    let settings = SenderSettings {
        time_limit: WEBHOOK_TIME_LIMIT,
        ..SenderSettings::new(Reach::Anywhere)
    };
    let limits = OutboxLimits {
        look_every: Duration::from_millis(20),
        ..OutboxLimits::default()
    };
    Outbox::new(kassa.clone(), Sender::new(settings).unwrap(), limits)
}

impl TestApp {
    /// The account that tests are about.
    pub(crate) fn account() -> AccountId {
        "acc_0000000000000001".parse().unwrap()
    }

    /// What delivers webhooks, to this machine too.
    pub(crate) fn outbox(&self) -> Outbox {
        outbox_of(&self.kassa)
    }

    /// The merchant wants to hear of this; of everything where nothing is named.
    pub(crate) async fn endpoint(
        &self,
        receiver: &Receiver,
        kinds: &[EventKind],
    ) -> EndpointWithSecret {
        let request = AddEndpoint {
            url: receiver.url(),
            kinds: kinds.iter().copied().collect::<BTreeSet<_>>(),
        };
        let id = draw_endpoint_id(&self.kassa);
        let added = add_endpoint(&self.outbox(), &Self::account(), id, request).await;
        added.unwrap()
    }

    /// Delivers what is due.
    pub(crate) async fn deliver(&self) {
        self.outbox().deliver_due().await.unwrap();
    }

    /// So much later, delivers what is due then.
    pub(crate) async fn deliver_after(&self, wait: SignedDuration) {
        self.clock.advance(wait);
        self.deliver().await;
    }

    /// The endpoint as it is now.
    pub(crate) async fn endpoint_now(&self, id: &EndpointId) -> Endpoint {
        let endpoint = self.store.endpoint(&Self::account(), id).await.unwrap();
        endpoint.unwrap()
    }

    /// The deliveries in this state, newest first.
    pub(crate) async fn deliveries(&self, state: DeliveryState) -> Vec<Delivery> {
        let list = DeliveryList {
            account: Self::account(),
            endpoint: None,
            state: Some(state),
            before: None,
            most: 100,
        };
        self.store.deliveries(&list).await.unwrap().rows
    }
}
