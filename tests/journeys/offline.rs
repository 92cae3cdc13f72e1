//! A payer whose network goes and comes back.

use crate::payer::PAY;
use crate::stage::{Scripts, Stage, journey};
use crate::words::english;

#[tokio::test]
async fn a_payer_who_loses_the_network_is_told_and_pays_once_when_it_is_back() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        payer.expects_error("ERR_INTERNET_DISCONNECTED");
        payer.opens(&session.url).await;
        payer.has_the_program().await;
        payer.confirms().await;
        payer.chooses("wallet").await;
        payer.has_no_network().await;
        payer.sees(&english("offline")).await;
        payer.presses(PAY).await;
        payer.sees(&english("unanswered_heading")).await;
        payer.has_the_network_again().await;
        // The same attempt, by itself: the payer presses nothing.
        payer.presses("button[value=approve]").await;
        payer.sees(&english("paid_heading")).await;
    })
    .await;
    stage.merchant().payment_in(&session, "captured").await;
    assert_eq!(stage.merchant().charges().await.len(), 1);
}
