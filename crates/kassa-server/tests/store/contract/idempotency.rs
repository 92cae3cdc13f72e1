//! Answers that are given again.

use jiff::{SignedDuration, Timestamp};
use kassa_server::store::{Begun, Fingerprint, KeptAnswer, KeyedRequest, RequestName};
use tokio::task::JoinSet;

use crate::Shared;
use crate::rows::{account, add_account, noon};

fn request(key: &str, now: Timestamp) -> KeyedRequest {
    KeyedRequest {
        name: RequestName {
            account: account().account.id,
            key: key.to_owned(),
        },
        fingerprint: Fingerprint([1; 32]),
        subject: format!("cs_{now}"),
        running_until: now + SignedDuration::from_mins(1),
        now,
        forgotten: now - SignedDuration::from_hours(24),
    }
}

fn answer() -> KeptAnswer {
    KeptAnswer {
        status: 201,
        headers: [("content-type".to_owned(), "application/json".to_owned())].into(),
        body: "{\"name\":\"Амина\"}".to_owned(),
    }
}

pub(crate) async fn the_first_answer_is_given_again(store: &Shared) {
    add_account(store).await;
    let first = request("a", noon());
    assert_eq!(store.begin_request(&first).await.unwrap(), Begun::Fresh);
    let meanwhile = store.begin_request(&first).await.unwrap();
    assert_eq!(meanwhile, Begun::InProgress);
    store.finish_request(&first.name, &answer()).await.unwrap();
    let other_answer = KeptAnswer {
        status: 500,
        ..answer()
    };
    let late = store.finish_request(&first.name, &other_answer).await;
    late.unwrap();
    let again = store.begin_request(&first).await.unwrap();
    assert_eq!(again, Begun::Replay(answer()), "the first one stays");
    let mut other = first.clone();
    other.fingerprint = Fingerprint([2; 32]);
    assert_eq!(store.begin_request(&other).await.unwrap(), Begun::KeyReused);
    let another_key = store.begin_request(&request("b", noon())).await.unwrap();
    assert_eq!(another_key, Begun::Fresh);
}

pub(crate) async fn what_was_left_in_the_middle_is_gone_on_with(store: &Shared) {
    add_account(store).await;
    let first = request("a", noon());
    let again = Begun::Again {
        subject: first.subject.clone(),
    };
    assert_eq!(store.begin_request(&first).await.unwrap(), Begun::Fresh);
    let almost = request("a", first.running_until - SignedDuration::from_micros(1));
    let still = store.begin_request(&almost).await.unwrap();
    assert_eq!(still, Begun::InProgress);
    let later = request("a", first.running_until);
    assert_eq!(store.begin_request(&later).await.unwrap(), again);
    let meanwhile = store.begin_request(&later).await.unwrap();
    assert_eq!(meanwhile, Begun::InProgress, "one goes on with it");
    store.leave_request(&first.name).await.unwrap();
    let mut other = later.clone();
    other.fingerprint = Fingerprint([2; 32]);
    assert_eq!(store.begin_request(&other).await.unwrap(), Begun::KeyReused);
    assert_eq!(store.begin_request(&later).await.unwrap(), again);
    store.finish_request(&first.name, &answer()).await.unwrap();
    store.leave_request(&first.name).await.unwrap();
    let again = store.begin_request(&first).await.unwrap();
    assert_eq!(again, Begun::Replay(answer()), "an answer is not forgotten");
}

pub(crate) async fn a_key_is_forgotten_after_a_day(store: &Shared) {
    add_account(store).await;
    let first = request("a", noon());
    assert_eq!(store.begin_request(&first).await.unwrap(), Begun::Fresh);
    store.finish_request(&first.name, &answer()).await.unwrap();
    let day = noon() + SignedDuration::from_hours(24);
    let almost = request("a", day - SignedDuration::from_micros(1));
    let still = store.begin_request(&almost).await.unwrap();
    assert_eq!(still, Begun::Replay(answer()));
    let mut other = request("a", day);
    other.fingerprint = Fingerprint([2; 32]);
    assert_eq!(store.begin_request(&other).await.unwrap(), Begun::Fresh);
}

pub(crate) async fn of_many_with_one_key_one_is_fresh(store: &Shared) {
    add_account(store).await;
    let mut requests = JoinSet::new();
    for _ in 0..12 {
        let store = store.clone();
        requests.spawn(async move { store.begin_request(&request("a", noon())).await.unwrap() });
    }
    let mut begun = requests.join_all().await;
    begun.retain(|one| *one != Begun::InProgress);
    assert_eq!(begun, [Begun::Fresh]);
}
