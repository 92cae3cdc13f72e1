//! `GET /api/checkout/{id}/events`

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use kassa_wire::SessionId;
use tokio_stream::wrappers::errors::BroadcastStreamRecvError;
use tokio_stream::wrappers::{BroadcastStream, WatchStream};
use tokio_stream::{Stream, StreamExt};

use crate::http::extract::SessionPath;
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::meter::OpenStream;
use crate::payments::{Change, Kassa, read_checkout};

refusals!(FollowRefusals: PAYER);

/// How often to say that nothing happened, so that nobody in between closes the connection.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// Tells the session's version, now and whenever it changes; the page then reads the view.
#[utoipa::path(
    get, path = "/api/checkout/{id}/events", tag = "Checkout",
    params(("id" = SessionId, Path, description = "The session.")),
    responses(
        (
            status = 200, content_type = "text/event-stream", body = String,
            description = "Server-sent events named `status`: `{\"version\":7}`.",
        ),
        FollowRefusals,
    ),
)]
pub(super) async fn events(
    State(state): State<HttpState>,
    SessionPath(id): SessionPath,
) -> Result<Response, Failure> {
    // First listen, then read: a change in between is told twice rather than never.
    let changes = BroadcastStream::new(state.kassa.changes.subscribe());
    let checkout = read_checkout(&state.kassa, &id).await?;
    let now = tokio_stream::once(checkout.session.version);
    let versions = now.chain(versions(state.kassa.clone(), id, changes));
    let ending = WatchStream::from_changes(state.shutdown.subscribe());
    let until_ending = versions
        .map(Some)
        .merge(ending.map(|_| None))
        .map_while(|version| version);
    let listening = OpenStream::begin();
    let events = until_ending.map(move |version| {
        let _counted = &listening;
        Ok::<_, Infallible>(status(version))
    });
    let stream = Sse::new(events).keep_alive(KeepAlive::new().interval(HEARTBEAT));
    // nginx would otherwise gather the events until they fill its buffer.
    Ok(([("x-accel-buffering", "no")], stream).into_response())
}

fn versions(
    kassa: Kassa,
    id: SessionId,
    changes: BroadcastStream<Change>,
) -> impl Stream<Item = u32> {
    let told = changes.then(move |change| {
        let (kassa, id) = (kassa.clone(), id.clone());
        async move { version(&kassa, &id, change).await }
    });
    told.filter_map(|version| version)
}

/// The version that this change made, if it is of this session. Whoever fell behind is told the
/// version that there is now.
async fn version(
    kassa: &Kassa,
    id: &SessionId,
    change: Result<Change, BroadcastStreamRecvError>,
) -> Option<u32> {
    match change {
        Ok(change) => (change.session == *id).then_some(change.version),
        Err(BroadcastStreamRecvError::Lagged(_)) => {
            let checkout = read_checkout(kassa, id).await.ok();
            checkout.map(|checkout| checkout.session.version)
        }
    }
}

fn status(version: u32) -> Event {
    Event::default()
        .event("status")
        .data(format!("{{\"version\":{version}}}"))
}
