//! What goes on beside the requests for as long as the process runs.

use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::JoinSet;

use super::ServeSettings;
use super::clearing::keep_clearing;
use super::printing::print_invitations;
use super::rounds::go_round;
use crate::http::Shutdown;
use crate::mail::Postman;
use crate::payments::follow_notices;
use crate::processor::Notice;
use crate::processor::sandbox::{Sandbox, run_worker};
use crate::webhooks::Outbox;

/// Begins all of it. Each ends by itself once the server ends, after what it is in the middle of.
pub(super) fn begin_workers(
    settings: &ServeSettings,
    (outbox, postman): (Outbox, Option<Postman>),
    (sandbox, notices): (Option<Sandbox>, Vec<UnboundedReceiver<Notice>>),
    shutdown: &Shutdown,
) -> JoinSet<()> {
    let kassa = outbox.kassa().clone();
    let mut workers = JoinSet::new();
    let (pass_on, passed_on) = unbounded_channel();
    for heard in notices {
        workers.spawn(pass_notices_on(heard, pass_on.clone(), shutdown.clone()));
    }
    workers.spawn(follow_notices(kassa.clone(), passed_on));
    workers.spawn(keep_clearing(kassa.clone(), shutdown.clone()));
    workers.spawn(go_round(
        kassa.clone(),
        settings.round_every,
        shutdown.clone(),
    ));
    let ending = shutdown.clone();
    workers.spawn(outbox.run(async move { ending.begun().await }));
    if let Some(postman) = postman {
        let ending = shutdown.clone();
        workers.spawn(postman.run(async move { ending.begun().await }));
    } else {
        let printing = print_invitations(kassa.clone(), kassa.invited.subscribe());
        workers.spawn(until_end(printing, shutdown.clone()));
    }
    if let Some(sandbox) = sandbox {
        workers.spawn(until_end(run_worker(sandbox), shutdown.clone()));
    }
    workers
}

/// Those who wait for notices have heard the last one when this ends.
async fn pass_notices_on(
    mut notices: UnboundedReceiver<Notice>,
    pass_on: UnboundedSender<Notice>,
    shutdown: Shutdown,
) {
    let pass = async {
        while let Some(notice) = notices.recv().await {
            if pass_on.send(notice).is_err() {
                return;
            }
        }
    };
    until_end(pass, shutdown).await;
}

/// For work that may stop anywhere: what it writes is written whole or not at all.
async fn until_end(work: impl Future<Output = ()>, shutdown: Shutdown) {
    tokio::select! {
        () = work => {}
        () = shutdown.begun() => {}
    }
}
