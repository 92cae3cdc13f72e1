//! How the payer pays.

use super::Payer;

/// Cards that the sandbox knows.
pub(crate) mod card {
    /// Approved.
    pub(crate) const GOOD: &str = "4242424242424242";
    /// Refused for want of money.
    pub(crate) const INSUFFICIENT: &str = "4000000000009995";
    /// Approved after a challenge.
    pub(crate) const CHALLENGE: &str = "4000000000003220";
    /// Approved after five seconds.
    pub(crate) const SLOW: &str = "4000000000000259";
    /// Charged, and the answer is lost.
    pub(crate) const LOST: &str = "4000000000000119";
}

/// The button that sends the payer's information.
pub(crate) const CONFIRM: &str = "button[name=intent][value=confirm]:not(.unseen)";
/// What opens the form.
pub(crate) const CHANGE: &str = "[name=intent][value=change], a[href*='edit=1']";
/// The button that pays.
pub(crate) const PAY: &str = "button[name=intent][value=pay]";

impl Payer {
    /// Confirms the information as it is.
    pub(crate) async fn confirms(&self) {
        self.presses(CONFIRM).await;
        self.finds("input[name=method]").await;
    }

    /// Chooses a way to pay.
    pub(crate) async fn chooses(&self, method: &str) {
        self.tries("input[name=method]", async |_| {
            let css = format!("label:has(input[name=method][value={method}])");
            self.finds(&css).await.click().await
        })
        .await;
    }

    /// Chooses the card and writes what is on it.
    pub(crate) async fn writes_card(&self, number: &str) {
        self.chooses("card").await;
        self.writes_into("[autocomplete=cc-number]", number).await;
        self.writes_into("[autocomplete=cc-exp]", "0435").await;
        self.writes_into("[autocomplete=cc-csc]", "123").await;
        self.writes_into("[autocomplete=cc-name]", "Amina Okafor")
            .await;
    }

    /// Pays by card.
    pub(crate) async fn pays_by_card(&self, number: &str) {
        self.writes_card(number).await;
        self.presses(PAY).await;
    }
}
