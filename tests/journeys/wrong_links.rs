//! Links that lead nowhere, any more or ever.

use crate::stage::{Scripts, Stage, journey};
use crate::words::english;

#[tokio::test]
async fn an_unknown_or_malformed_link_says_so_kindly() {
    let stage = Stage::open().await;
    journey(&stage, Scripts::On, async |payer| {
        payer.expects_error("404");
        for id in [
            "cs_000000000000000000000000",
            "cs_short",
            "%3Cscript%3E",
            "%00",
            "..%2f..%2fetc",
        ] {
            payer
                .opens(&format!("{}/v1/view/{id}/", stage.server.url()))
                .await;
            payer.sees(&english("not_found_heading")).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_link_that_names_its_session_in_the_query_opens_it() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        payer
            .opens(&format!("{}/?sid={}", stage.server.url(), session.id))
            .await;
        payer.sees(&english("review_heading")).await;
    })
    .await;
}

#[tokio::test]
async fn an_expired_link_says_so_and_nothing_can_be_paid() {
    let stage = Stage::open().await;
    let session = stage.merchant().session("ES").await;
    let database = stage.database().await;
    let past_us = 1_577_836_800_000_000_i64;
    sqlx::query("UPDATE sessions SET expires_at = ?")
        .bind(past_us)
        .execute(&database)
        .await
        .unwrap();
    database.close().await;
    journey(&stage, Scripts::On, async |payer| {
        payer.opens(&session.url).await;
        payer.has_the_program().await;
        payer.sees(&english("expired_heading")).await;
        payer.does_not_see(&english("confirm")).await;
        payer.presses("button[value=link]").await;
        let told = english("asked_link").replace("{recipient}", "Universidad de Vallarca");
        payer.sees(&told).await;
    })
    .await;
    assert!(stage.merchant().charges().await.is_empty());
}
