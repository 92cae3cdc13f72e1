//! The outbox: delivers what is due, for as long as the server runs.

use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use jiff::SignedDuration;
use tokio::task::{Id, JoinSet};

use super::Sender;
use super::deliver::deliver;
use crate::domain::EndpointId;
use crate::payments::Kassa;
use crate::store::{DueDelivery, Lease, StoreError};

/// Delivers webhooks. Any number of servers do so side by side: each takes what none has taken.
#[derive(Clone, Debug)]
pub struct Outbox {
    pub(super) kassa: Kassa,
    pub(super) sender: Sender,
    limits: OutboxLimits,
}

/// How much is done at once.
#[derive(Clone, Copy, Debug)]
pub struct OutboxLimits {
    /// How many deliveries this server has under way at once.
    pub at_once: u32,
    /// How many of them go to one endpoint: one that is slow keeps this many, and no other waits
    /// for it.
    pub at_once_to_one: u32,
    /// How long after nothing was due to look again. What happens in this process is delivered
    /// at once; this is for what happens in others, and for what is tried again.
    pub look_every: Duration,
    /// For how long a delivery is this server's. Longer than an endpoint may take; if the server
    /// dies another takes over after it.
    pub lease: SignedDuration,
}

impl Default for OutboxLimits {
    fn default() -> Self {
        Self {
            at_once: 256,
            at_once_to_one: 4,
            look_every: Duration::from_secs(1),
            lease: SignedDuration::from_secs(60),
        }
    }
}

impl Outbox {
    /// An outbox that sends with this sender.
    #[must_use]
    pub const fn new(kassa: Kassa, sender: Sender, limits: OutboxLimits) -> Self {
        Self {
            kassa,
            sender,
            limits,
        }
    }

    /// What the use cases have at hand.
    #[must_use]
    pub const fn kassa(&self) -> &Kassa {
        &self.kassa
    }

    /// Delivers everything that is due, and ends when nothing is any more. What failed waits.
    ///
    /// # Errors
    /// [`StoreError`] where what is due cannot be read; what is under way is then ended first.
    pub async fn deliver_due(&self) -> Result<(), StoreError> {
        let mut under_way = UnderWay::default();
        loop {
            let filled = self.fill(&mut under_way).await;
            if filled.is_err() || under_way.is_empty() {
                under_way.all_done().await;
                return filled;
            }
            under_way.one_done().await;
        }
    }

    /// Delivers until the server ends; then begins nothing more and ends what is under way. What
    /// is left waits in the store for the next start, or for another server.
    pub async fn run(self, end: impl Future<Output = ()>) {
        let mut changes = self.kassa.changes.subscribe();
        let mut under_way = UnderWay::default();
        tokio::pin!(end);
        loop {
            if let Err(error) = self.fill(&mut under_way).await {
                tracing::error!(error = ?error, "what is to be delivered cannot be read");
            }
            tokio::select! {
                biased;
                () = &mut end => break,
                () = under_way.one_done(), if !under_way.is_empty() => {}
                _ = changes.recv() => while changes.try_recv().is_ok() {},
                () = tokio::time::sleep(self.limits.look_every) => {}
            }
        }
        under_way.all_done().await;
    }

    /// Begins as much of what is due as may be under way at once.
    async fn fill(&self, under_way: &mut UnderWay) -> Result<(), StoreError> {
        let now = self.kassa.clock.now();
        let busy = under_way.per_endpoint();
        let mut free = self.limits.at_once.saturating_sub(under_way.count());
        for endpoint in self.kassa.store.endpoints_due(now).await? {
            let taken = busy.get(&endpoint).copied().unwrap_or_default();
            let most = self.limits.at_once_to_one.saturating_sub(taken).min(free);
            if most == 0 {
                continue;
            }
            let until = now.checked_add(self.limits.lease).unwrap_or(now);
            let lease = Lease { now, until, most };
            let due = self.kassa.store.claim_deliveries(&endpoint, &lease).await?;
            free = free.saturating_sub(u32::try_from(due.len()).unwrap_or(u32::MAX));
            for due in due {
                under_way.begin(self.clone(), due);
            }
        }
        Ok(())
    }
}

/// The deliveries that this server has under way, and to which endpoints they go.
#[derive(Default)]
struct UnderWay {
    tasks: JoinSet<()>,
    endpoints: HashMap<Id, EndpointId>,
}

impl UnderWay {
    fn begin(&mut self, outbox: Outbox, due: DueDelivery) {
        let endpoint = due.delivery.endpoint.clone();
        let task = self.tasks.spawn(async move { deliver(&outbox, due).await });
        self.endpoints.insert(task.id(), endpoint);
    }

    fn is_empty(&self) -> bool {
        self.tasks.is_empty()
    }

    fn count(&self) -> u32 {
        u32::try_from(self.tasks.len()).unwrap_or(u32::MAX)
    }

    fn per_endpoint(&self) -> BTreeMap<EndpointId, u32> {
        let mut counts = BTreeMap::<EndpointId, u32>::new();
        for endpoint in self.endpoints.values() {
            let count = counts.entry(endpoint.clone()).or_default();
            *count = count.saturating_add(1);
        }
        counts
    }

    async fn one_done(&mut self) {
        let id = match self.tasks.join_next_with_id().await {
            None => return,
            Some(Ok((id, ()))) => id,
            Some(Err(error)) => {
                tracing::error!(error = ?error, "a delivery fell over; it is tried again later");
                error.id()
            }
        };
        self.endpoints.remove(&id);
    }

    async fn all_done(&mut self) {
        while !self.is_empty() {
            self.one_done().await;
        }
    }
}
