//! Doing it once.

use axum::response::Response;
use jiff::{SignedDuration, Timestamp};
use kassa_wire::AccountId;
use kassa_wire::problem::ProblemCode;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::{MerchantKey, kept};
use crate::http::problem::status;
use crate::http::{Failure, HttpState};
use crate::store::{Begun, Fingerprint, KeyedRequest, RequestName};

/// How long an answer is given again.
const KEPT: SignedDuration = SignedDuration::from_hours(24);

/// How much longer than a processor may take somebody works on a request at the most.
const MARGIN: SignedDuration = SignedDuration::from_secs(30);

/// A request that is to be done once.
pub(in crate::http) struct Asked<'a> {
    /// Whose.
    pub(in crate::http) account: &'a AccountId,
    /// Its key.
    pub(in crate::http) key: MerchantKey,
    /// The method and the address: the same body means another thing elsewhere.
    pub(in crate::http) what: String,
    /// Its body.
    pub(in crate::http) body: &'a Map<String, Value>,
}

/// What a request is about, and whether it came before.
#[derive(Clone, Debug)]
pub(in crate::http) struct Subject {
    /// The id of what it is to make.
    pub(in crate::http) id: String,
    /// Whether somebody began this very request before, whose answer is not known.
    pub(in crate::http) again: bool,
}

/// Does it, unless it was done: then the first answer comes again. The work is given the id of
/// what it is to make; it goes on when nobody waits for it any more.
pub(in crate::http) async fn once<W>(
    state: &HttpState,
    asked: Asked<'_>,
    subject: String,
    work: impl FnOnce(String) -> W,
) -> Result<Response, Failure>
where
    W: Future<Output = Result<Response, Failure>> + Send + 'static,
{
    once_or_again(state, asked, subject, |subject| work(subject.id)).await
}

/// The same for work that has to know whether it was begun before.
pub(in crate::http) async fn once_or_again<W>(
    state: &HttpState,
    asked: Asked<'_>,
    subject: String,
    work: impl FnOnce(Subject) -> W,
) -> Result<Response, Failure>
where
    W: Future<Output = Result<Response, Failure>> + Send + 'static,
{
    let first = |id| Subject { id, again: false };
    let MerchantKey(Some(key)) = asked.key.clone() else {
        return work(first(subject)).await;
    };
    let name = RequestName {
        account: asked.account.clone(),
        key,
    };
    let request = keyed_request(state, &asked, name.clone(), subject.clone());
    let subject = match state.kassa.store.begin_request(&request).await? {
        Begun::Fresh => first(subject),
        Begun::Again { subject: id } => Subject { id, again: true },
        Begun::Replay(answer) => return kept::replay(&answer),
        Begun::KeyReused => return Err(reused()),
        Begun::InProgress => return Err(in_progress()),
    };
    let (state, work) = (state.clone(), work(subject));
    let done = tokio::spawn(async move { keep(&state, name, work.await).await });
    done.await.unwrap_or_else(|_| Err(Failure::internal()))
}

fn keyed_request(
    state: &HttpState,
    asked: &Asked<'_>,
    name: RequestName,
    subject: String,
) -> KeyedRequest {
    let now = state.kassa.clock.now();
    let limit = SignedDuration::try_from(state.kassa.settings.charge_time_limit);
    let patience = limit.unwrap_or_default().saturating_add(MARGIN);
    KeyedRequest {
        name,
        fingerprint: fingerprint(asked),
        subject,
        running_until: now.checked_add(patience).unwrap_or(Timestamp::MAX),
        now,
        forgotten: now.checked_sub(KEPT).unwrap_or(Timestamp::MIN),
    }
}

/// The order of an object's fields and the space between them make no difference.
fn fingerprint(asked: &Asked<'_>) -> Fingerprint {
    let body = Value::Object(asked.body.clone()).to_string();
    let hash = Sha256::new()
        .chain_update(&asked.what)
        .chain_update([0])
        .chain_update(body);
    Fingerprint(hash.finalize().into())
}

/// Keeps the answer where it is one. What failed here was perhaps done: whoever sends it again
/// goes on with it.
async fn keep(
    state: &HttpState,
    name: RequestName,
    done: Result<Response, Failure>,
) -> Result<Response, Failure> {
    let store = &state.kassa.store;
    match done {
        Ok(response) => {
            let (answer, response) = kept::of_success(response).await?;
            store.finish_request(&name, &answer).await?;
            Ok(response)
        }
        Err(failure) if status(failure.code()).is_server_error() => {
            if let Err(error) = store.leave_request(&name).await {
                tracing::error!(error = ?error, "a request could not be left");
            }
            Err(failure)
        }
        Err(failure) => {
            store
                .finish_request(&name, &kept::of_refusal(&failure)?)
                .await?;
            Err(failure)
        }
    }
}

fn reused() -> Failure {
    let detail = "This Idempotency-Key came with another request in the last 24 hours.";
    Failure::new(ProblemCode::IdempotencyKeyReused, detail)
}

fn in_progress() -> Failure {
    let detail = "A request with this Idempotency-Key is being worked on. Send it again later.";
    Failure::new(ProblemCode::RequestInProgress, detail).retrying_after(1)
}
