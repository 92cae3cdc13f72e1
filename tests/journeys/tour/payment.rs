//! Choosing how to pay, and what can get in the way.

use serde_json::json;

use super::Tour;
use crate::payer::{CONFIRM, PAY, card};
use crate::stage::until;

/// What the page does when its program dies: it hears of it as an error of the window.
const DIES: &str = "void dispatchEvent(new ErrorEvent('error', \
    { error: new window.WebAssembly.RuntimeError('unreachable') }))";

/// In microseconds, as the store counts.
const FIVE_MINUTES_US: i64 = 300_000_000;

impl<E: AsyncFn(&'static str)> Tour<'_, E> {
    /// The page that the tour's confirmation led to shows an order with delivery and a code.
    pub(super) async fn payment(&self) {
        self.stops_at("payment").await;
        self.methods().await;
        self.refusals().await;
        self.notices().await;
        self.no_answer().await;
    }

    async fn methods(&self) {
        let payer = self.payer;
        payer.chooses("bank_transfer").await;
        self.stops_at("payment-transfer").await;
        payer.chooses("wallet").await;
        self.stops_at("payment-wallet").await;
        payer.expects_error("422");
        payer.writes("code", "FREE").await;
        payer.presses("button[value=discount]").await;
        payer.finds("#kassa-code-error").await;
        self.stops_at("code-refused").await;
        payer.presses(".languages > summary").await;
        payer.presses(".cancel > summary").await;
        self.stops_at("footer").await;
    }

    async fn refusals(&self) {
        let payer = self.payer;
        self.comes_to_pay("2026-04418").await;
        payer.writes_card("4242424242424241").await;
        payer.presses(PAY).await;
        payer.finds("#kassa-errors").await;
        self.stops_at("card-errors").await;
        payer.pays_by_card(card::INSUFFICIENT).await;
        payer.finds(".notice.alert h2").await;
        self.stops_at("declined").await;
    }

    /// What other windows, the merchant and the clock do meanwhile.
    async fn notices(&self) {
        let payer = self.payer;
        self.stale().await;
        let session = self.comes_to_pay("2026-04418").await;
        self.stage.merchant().locks(&session).await;
        payer.finds(".notice").await;
        self.stops_at("being-changed").await;
        let session = self.session("2026-04418", json!({})).await;
        sqlx::query("UPDATE sessions SET expires_at = created_at + ?")
            .bind(FIVE_MINUTES_US)
            .execute(&self.stage.database().await)
            .await
            .unwrap();
        self.opens(&session).await;
        payer
            .waits_for(
                "/^\\D*\\d:\\d\\d\\D*$/.test(document.querySelector('[data-expires]').textContent)",
            )
            .await;
        self.stops_at("last-minutes").await;
    }

    /// A page without its program does not hear what another window does.
    async fn stale(&self) {
        let payer = self.payer;
        payer.expects_error("409");
        payer.expects_error("unreachable");
        let unknown = json!({ "payer": { "city": "" } });
        let session = self.session("2026-04418", unknown).await;
        self.opens(&session).await;
        payer.runs(DIES).await;
        let here = payer.looks_at_a_new_tab().await;
        self.opens(&session).await;
        payer.writes("city", "Lagos").await;
        payer.confirms().await;
        payer.closes_the_window_and_looks_at(here).await;
        payer.writes("city", "Enugu").await;
        payer.presses(CONFIRM).await;
        payer.finds(".notice").await;
        self.stops_at("stale").await;
    }

    async fn no_answer(&self) {
        let payer = self.payer;
        payer.expects_error("net::ERR_");
        self.comes_to_pay("2026-04418").await;
        payer.has_no_network().await;
        payer.finds(".notice").await;
        self.stops_at("offline").await;
        payer.has_the_network_again().await;
        until("the network is back", async || {
            let notice = payer
                .computes("!!document.querySelector('.notice:not([hidden])')")
                .await;
            (notice == Some(json!(false))).then_some(())
        })
        .await;
        payer.writes_card(card::GOOD).await;
        self.stage.server.kill().await;
        payer.presses(PAY).await;
        payer.finds(".notice").await;
        self.stops_at("not-reached").await;
        payer.chooses("wallet").await;
        payer.presses(PAY).await;
        payer
            .waits_for("!document.querySelector('[type=radio][name=method]')")
            .await;
        self.stops_at("unanswered").await;
        // The page would try again and pay.
        payer.opens("about:blank").await;
        self.stage.server.start_again().await;
        self.comes_to_pay("2026-04418").await;
        payer.runs(DIES).await;
        payer.finds("#kassa-crashed").await;
        self.stops_at("crashed").await;
    }
}
