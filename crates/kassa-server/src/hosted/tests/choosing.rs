//! How it is sent, and codes, without scripts.

use super::bench::{Answer, Bench, complete, form};

/// The address of a session with something to choose, whose payer has confirmed.
async fn books(bench: &Bench) -> String {
    let page = bench.session_in("FWU", "2026-04431", &complete()).await;
    let answer = bench.post(&page, &form("confirm", "1", &complete())).await;
    assert_eq!(answer.status, 303, "{}", answer.text);
    page
}

async fn goes_on(bench: &Bench, page: &str, body: &str) -> Answer {
    let answer = bench.post(page, body).await;
    assert_eq!(
        (answer.status.as_u16(), answer.location.as_str()),
        (303, page)
    );
    bench.get(page).await
}

#[tokio::test]
async fn a_payer_chooses_how_it_is_sent_and_sees_the_new_total() {
    let bench = Bench::new().await;
    let page = books(&bench).await;
    let first = bench.get(&page).await.text;
    assert!(
        first.contains("€153.40"),
        "the first option counts: {first}"
    );
    assert!(first.contains("Pick up yourself") && first.contains("value=\"library\""));
    let body = "intent=shipping&version=2&option=courier";
    let after = goes_on(&bench, &page, body).await.text;
    assert!(after.contains("€161.40"), "{after}");
}

#[tokio::test]
async fn a_code_counts_once_it_is_given_and_not_once_it_is_taken_away() {
    let bench = Bench::new().await;
    let page = books(&bench).await;
    let body = "intent=discount&version=2&code=alumni10";
    let cheaper = goes_on(&bench, &page, body).await.text;
    assert!(cheaper.contains("€138.55"), "{cheaper}");
    let body = "intent=discount_remove&version=3&code=ALUMNI10";
    let dearer = goes_on(&bench, &page, body).await.text;
    assert!(dearer.contains("€153.40"), "{dearer}");
}

#[tokio::test]
async fn a_code_that_counts_for_nothing_is_told_beside_its_field() {
    let bench = Bench::new().await;
    let page = books(&bench).await;
    let body = "intent=discount&version=2&code=%3Cb%3EFREE";
    let answer = bench.post(&page, body).await;
    assert_eq!(answer.status, 422);
    assert!(answer.text.contains("kassa-code-error"), "{}", answer.text);
    assert!(answer.text.contains("&lt;b>FREE") || answer.text.contains("&lt;b&gt;FREE"));
}

#[tokio::test]
async fn what_is_chosen_on_an_old_page_is_not_taken() {
    let bench = Bench::new().await;
    let page = books(&bench).await;
    for body in [
        "intent=shipping&version=1&option=courier",
        "intent=discount&version=1&code=ALUMNI10",
        "intent=shipping&option=courier",
    ] {
        assert_eq!(bench.post(&page, body).await.status, 409, "{body}");
    }
    let unknown = "intent=shipping&version=2&option=rocket";
    assert_eq!(bench.post(&page, unknown).await.status, 422);
    assert!(bench.get(&page).await.text.contains("€153.40"));
}
