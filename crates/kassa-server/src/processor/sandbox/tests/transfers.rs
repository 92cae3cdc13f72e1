//! Bank transfers.

use super::bench::{Bench, attempt, charge, text};
use crate::processor::{ChargeMethod, Outcome};

#[tokio::test]
async fn a_transfer_comes_with_everything_that_a_bank_asks_for() {
    let bench = Bench::new().await;
    let outcome = bench.charge(&charge("1", ChargeMethod::BankTransfer)).await;
    let Ok(Outcome::Processing(Some(transfer))) = outcome else {
        panic!("{outcome:?}")
    };
    assert_eq!(transfer.reference, "FWU744586810");
    assert!(
        transfer.account_number.starts_with("ES"),
        "{}",
        transfer.account_number
    );
    assert!(!transfer.account_holder.is_empty() && !transfer.bank_name.is_empty());
    assert_eq!(transfer.bank_code.len(), 8);
}

#[tokio::test]
async fn a_transfer_arrives_when_it_is_let() {
    let mut bench = Bench::new().await;
    bench
        .charge(&charge("1", ChargeMethod::BankTransfer))
        .await
        .unwrap();
    let answer = bench
        .send("POST", "/sandbox/transfers/FWU744586810/arrive", "", "")
        .await;
    assert_eq!(answer.status(), 200);
    assert_eq!(text(answer).await, r#"["att_0000000000000001"]"#);
    assert_eq!(bench.heard.try_recv(), Ok(attempt("1").into()));
    assert_eq!(bench.look_up("1").await, Ok(Some(Outcome::Captured)));
    let again = bench
        .send("POST", "/sandbox/transfers/FWU744586810/arrive", "", "")
        .await;
    assert_eq!(again.status(), 404, "a transfer arrives once");
}

#[tokio::test]
async fn a_transfer_arrives_by_itself_after_the_delay() {
    let bench = Bench::new().await;
    bench
        .charge(&charge("1", ChargeMethod::BankTransfer))
        .await
        .unwrap();
    bench.pass(59);
    let waiting = bench.look_up("1").await;
    assert!(
        matches!(waiting, Ok(Some(Outcome::Processing(Some(_))))),
        "{waiting:?}"
    );
    bench.pass(1);
    assert_eq!(bench.look_up("1").await, Ok(Some(Outcome::Captured)));
}

#[tokio::test]
async fn nothing_arrives_under_a_reference_that_is_none() {
    let bench = Bench::new().await;
    for reference in ["FWU000000000", "x", "%00", "..%2F"] {
        let path = format!("/sandbox/transfers/{reference}/arrive");
        assert_eq!(
            bench.send("POST", &path, "", "").await.status(),
            404,
            "{reference}"
        );
    }
}

#[tokio::test]
async fn nobody_reads_the_ledger_or_moves_a_transfer_unless_the_operator_opened_the_desk() {
    let mut bench = Bench::new().await;
    bench
        .charge(&charge("1", ChargeMethod::BankTransfer))
        .await
        .unwrap();
    bench.closes_the_desk();
    assert_eq!(bench.get("/sandbox/ledger").await.status(), 404);
    let arrive = bench
        .send("POST", "/sandbox/transfers/FWU744586810/arrive", "", "")
        .await;
    assert_eq!(arrive.status(), 404);
    let waiting = bench.look_up("1").await;
    assert!(
        matches!(waiting, Ok(Some(Outcome::Processing(Some(_))))),
        "{waiting:?}"
    );
}
