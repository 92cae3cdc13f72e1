//! The payment is under way.

use super::Tour;
use crate::payer::{PAY, card};

impl<E: AsyncFn(&'static str)> Tour<'_, E> {
    pub(super) async fn waiting(&self) {
        let payer = self.payer;
        let session = self.comes_to_pay("2026-04418").await;
        payer.writes_card(card::SLOW).await;
        self.stage.server.pause().await;
        payer.presses(PAY).await;
        payer.finds(".busy").await;
        self.stops_at("paying").await;
        self.stage.server.go_on().await;
        self.stage.merchant().session_in(&session, "paying").await;
        self.opens(&session).await;
        payer.finds(".waiting").await;
        // The answer would come in the middle of the look.
        self.stage.server.pause().await;
        self.stops_at("following").await;
        self.stage.server.go_on().await;
        payer.finds(".finished-mark").await;
        self.comes_to_pay("2026-04421").await;
        payer.pays_by_card(card::CHALLENGE).await;
        payer.finds("iframe").await;
        self.stops_at("challenge").await;
        let session = self.comes_to_pay("2026-04419").await;
        payer.chooses("wallet").await;
        payer.presses(PAY).await;
        payer.finds("button[value=approve]").await;
        self.opens(&session).await;
        payer.finds("main a.primary").await;
        self.stops_at("wallet").await;
    }
}
