//! The bank's and the wallet's pages.

use kassa_wire::state::DeclineReason;

use super::bench::{Bench, attempt, charge, text};
use crate::processor::{ChargeMethod, Outcome};

const FORM: &str = "application/x-www-form-urlencoded";

async fn page_of(bench: &Bench, method: ChargeMethod) -> String {
    match bench.charge(&charge("1", method)).await {
        Ok(Outcome::RequiresAction(action)) => action.url,
        other => panic!("nothing to do: {other:?}"),
    }
}

async fn challenge(bench: &Bench) -> String {
    let method = bench.token("4000000000003220").await;
    page_of(bench, method).await
}

#[tokio::test]
async fn a_payer_who_approves_at_the_bank_has_paid() {
    let mut bench = Bench::new().await;
    let url = challenge(&bench).await;
    let page = text(bench.get(&url).await).await;
    assert!(
        page.contains("€4,850.00") && page.contains("FWU744586810") && page.contains("Visa 3220")
    );
    let answer = bench.send("POST", &url, FORM, "decision=approve").await;
    assert_eq!(answer.status(), 303);
    assert_eq!(answer.headers()["location"].to_str().unwrap(), url);
    assert!(text(bench.get(&url).await).await.contains("Approved"));
    assert_eq!(bench.heard.try_recv(), Ok(attempt("1").into()));
    assert_eq!(bench.look_up("1").await, Ok(Some(Outcome::Captured)));
}

#[tokio::test]
async fn a_payer_who_refuses_at_the_bank_has_not_paid() {
    let bench = Bench::new().await;
    let url = challenge(&bench).await;
    bench.send("POST", &url, FORM, "decision=refuse").await;
    let refused = Ok(Some(Outcome::Declined(DeclineReason::ChallengeFailed)));
    assert_eq!(bench.look_up("1").await, refused);
    bench.send("POST", &url, FORM, "decision=approve").await;
    assert_eq!(
        bench.look_up("1").await,
        refused,
        "a decision is not taken back"
    );
}

#[tokio::test]
async fn a_challenge_that_nobody_answers_is_refused_after_a_quarter_of_an_hour() {
    let bench = Bench::new().await;
    let url = challenge(&bench).await;
    bench.pass(15 * 60);
    bench.send("POST", &url, FORM, "decision=approve").await;
    let refused = Ok(Some(Outcome::Declined(DeclineReason::ChallengeFailed)));
    assert_eq!(bench.look_up("1").await, refused);
}

#[tokio::test]
async fn the_wallet_brings_the_payer_back_whatever_they_decide() {
    for (decision, outcome) in [
        ("decision=approve", Outcome::Captured),
        (
            "decision=refuse",
            Outcome::Declined(DeclineReason::CalledOff),
        ),
    ] {
        let bench = Bench::new().await;
        let url = page_of(&bench, ChargeMethod::Wallet).await;
        assert!(
            text(bench.get(&url).await)
                .await
                .contains("Pay with wallet")
        );
        for _twice in 0..2 {
            let answer = bench.send("POST", &url, FORM, decision).await;
            assert_eq!(answer.status(), 303);
            let back = "https://pay.example/v1/view/cs_000000000000000000000000/";
            assert_eq!(answer.headers()["location"], back);
        }
        assert_eq!(bench.look_up("1").await, Ok(Some(outcome)));
        assert_eq!(
            bench.get(&url).await.status(),
            303,
            "who comes again is brought back"
        );
    }
}

#[tokio::test]
async fn a_challenge_can_be_framed_and_a_wallet_cannot() {
    let bench = Bench::new().await;
    let policy = async |url: &str| {
        let answer = bench.get(url).await;
        answer.headers()["content-security-policy"]
            .to_str()
            .unwrap()
            .to_owned()
    };
    let wallet = page_of(&bench, ChargeMethod::Wallet).await;
    assert!(policy(&wallet).await.contains("frame-ancestors 'none'"));
    let method = bench.token("4000000000003220").await;
    let challenge = match bench.charge(&charge("2", method)).await {
        Ok(Outcome::RequiresAction(action)) => action.url,
        other => panic!("nothing to do: {other:?}"),
    };
    assert!(!policy(&challenge).await.contains("frame-ancestors"));
}

#[tokio::test]
async fn a_page_that_is_not_there_says_so() {
    let bench = Bench::new().await;
    let wallet = page_of(&bench, ChargeMethod::Wallet).await;
    let elsewhere = wallet.replace("wallet", "challenge");
    for path in [
        "/sandbox/challenge/x",
        "/sandbox/wallet/%3Cscript%3E",
        elsewhere.as_str(),
    ] {
        assert_eq!(bench.get(path).await.status(), 404, "{path}");
        assert_eq!(
            bench
                .send("POST", path, FORM, "decision=approve")
                .await
                .status(),
            404,
            "{path}"
        );
    }
    assert_eq!(
        bench
            .send("POST", &wallet, FORM, "decision=perhaps")
            .await
            .status(),
        422
    );
}

#[tokio::test]
async fn a_page_runs_no_scripts_and_leaves_no_trace() {
    let bench = Bench::new().await;
    let url = challenge(&bench).await;
    let answer = bench.get(&url).await;
    let policy = answer.headers()["content-security-policy"]
        .to_str()
        .unwrap()
        .to_owned();
    assert!(policy.contains("default-src 'none'") && !policy.contains("script-src"));
    assert_eq!(answer.headers()["cache-control"], "no-store");
    assert_eq!(answer.headers()["referrer-policy"], "no-referrer");
    let page = text(answer).await;
    assert!(!page.contains("<script") && !page.contains("style=") && !page.contains("onclick"));
}
