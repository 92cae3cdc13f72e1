//! `GET /api/events?cursor=`

use std::str::FromStr;

use axum::Json;
use axum::extract::State;
use kassa_wire::merchant::{Event, List};

use crate::domain::{self, EventId};
use crate::http::extract::{Merchant, Query, Read, Wanted, list};
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::store::{self, Page};
use crate::views::merchant_event;

refusals!(ListRefusals: MERCHANT, InvalidField, InvalidCursor);

/// What happened to the account, oldest first. Every page with rows has a `next_cursor`: asked with
/// it later, the list goes on with what happened since. An empty page has none: keep the last one.
#[utoipa::path(
    get, path = "/api/events", tag = "Events", security(("api_key" = [])),
    params(
        ("cursor" = Option<String>, Query, description = "The `next_cursor` of the page before.", max_length = 200),
        ("limit" = Option<u32>, Query, description = "How many rows a page has at the most; 100 where it is not said.", minimum = 1, maximum = 100),
    ),
    responses((status = 200, description = "Oldest first.", body = List<Event>), ListRefusals),
)]
pub(super) async fn list_events(
    State(state): State<HttpState>,
    merchant: Merchant<Read>,
    query: Query,
) -> Result<Json<List<Event>>, Failure> {
    let page = Wanted::<EventName>::read(&query, "events")?;
    let wanted = store::ListEvents {
        account: merchant.account.id,
        after: page.after.map(|name| EventId(name.0)),
        now: state.kassa.clock.now(),
        most: page.most,
    };
    let found = state.kassa.store.list_events(&wanted).await?;
    let id = |event: &domain::Event| event.id.0.clone();
    // What happens next comes after the last row, whether or not there is more already.
    let endless = Page {
        more: !found.rows.is_empty(),
        ..found
    };
    Ok(Json(list(&endless, "events", (merchant_event, id))))
}

/// What can be an event's name.
struct EventName(String);

impl FromStr for EventName {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let name = text.strip_prefix("evt_").ok_or(())?;
        let written = name.len() <= 64 && name.bytes().all(|b| b.is_ascii_alphanumeric());
        written.then(|| Self(text.to_owned())).ok_or(())
    }
}
