//! A payer at Kassa's own page, by the keyboard, with what a person can find: fields by their names,
//! and buttons.

use serde_json::{Value, json};

use super::key::Key;
use super::tab::Tab;
use crate::failure::Failure;

/// The button that sends the payer's information.
const CONFIRM: &str = "button[name=intent][value=confirm]:not(.unseen)";
/// What opens the form again.
const CHANGE: &str = "[name=intent][value=change], a[href*='edit=1']";
/// The first field of the information, where it is asked for and not only shown.
pub(crate) const FIRST_NAME: &str = "[name=first_name]:not([type=hidden])";
/// The card's number.
pub(crate) const CARD_NUMBER: &str = "[autocomplete=cc-number]";

/// A payer at a window.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Payer<'a>(Tab<'a>);

/// All that the form asks, so that it only has to be confirmed.
pub(crate) fn known() -> Value {
    json!({
        "first_name": "Amina", "last_name": "Diallo", "email": "amina.diallo@example.com",
        "country": "ES", "address": "Calle Mayor 1", "city": "Madrid", "region": "Madrid", "postal_code": "28013",
        "fields": { "student_id": "V-2208817", "term": "Spring 2027" },
    })
}

impl<'a> Payer<'a> {
    /// Sits down.
    pub(crate) fn at(tab: Tab<'a>) -> Self {
        Self(tab)
    }

    /// Waits until the program has taken the page over.
    pub(crate) async fn has_the_program(self) {
        self.0
            .until("document.documentElement.dataset.kassa === 'ready'")
            .await;
    }

    /// Waits until something is there, and goes to it. What a field holds is marked.
    pub(crate) async fn goes_to(self, css: &str) {
        let css = json!(css);
        self.0
            .until(&format!(
                "(() => {{ const it = document.querySelector({css}); if (!it) return false; \
                 it.focus(); it.select?.(); return document.activeElement === it }})()"
            ))
            .await;
    }

    /// Writes over what is in a field.
    pub(crate) async fn writes(self, css: &str, text: &str) -> Result<(), Failure> {
        self.goes_to(css).await;
        self.0.write(text).await
    }

    /// Takes out what is in a field.
    pub(crate) async fn empties(self, css: &str) -> Result<(), Failure> {
        self.goes_to(css).await;
        self.0.press(&Key::backspace()).await
    }

    /// Presses what has to be there.
    pub(crate) async fn presses(self, css: &str) {
        let css = json!(css);
        self.0
            .until(&format!(
                "(() => {{ const it = document.querySelector({css}); it?.click(); return !!it }})()"
            ))
            .await;
    }

    /// Chooses of a list. The browser's own list is no part of the page, so the choice alone is made.
    pub(crate) async fn chooses(self, css: &str, value: &str) {
        let (css, value) = (json!(css), json!(value));
        self.0
            .until(&format!(
                "(() => {{ const it = document.querySelector({css}); if (!it) return false; it.focus(); \
                 it.value = {value}; for (const name of ['input', 'change']) \
                 it.dispatchEvent(new Event(name, {{ bubbles: true }})); return it.value === {value} }})()"
            ))
            .await;
    }

    /// Has the page in another language.
    pub(crate) async fn speaks(self, locale: &str) {
        self.presses(&format!("[data-locale={locale}]")).await;
        self.0
            .until(&format!(
                "document.documentElement.lang.startsWith('{locale}')"
            ))
            .await;
    }

    /// Waits until this is on the page.
    pub(crate) async fn sees(self, text: &str) {
        let text = json!(text);
        self.0
            .until(&format!("document.body.innerText.includes({text})"))
            .await;
    }

    /// Confirms the information, and is asked for the payment.
    pub(crate) async fn confirms(self) {
        self.presses(CONFIRM).await;
        self.0
            .until("!!document.querySelector('input[name=method]')")
            .await;
    }

    /// Opens the form with the information, from the payment too.
    pub(crate) async fn changes(self) {
        self.presses(CHANGE).await;
        self.0
            .until(&format!("!!document.querySelector('{FIRST_NAME}')"))
            .await;
    }
}
