//! Who leads the tour.

use std::cell::RefCell;

use serde_json::{Value, json};

use super::{Look, STATES};
use crate::merchant::Session;
use crate::payer::Payer;
use crate::stage::Stage;

/// A tour of a payer through every state; at each, `eye` is told its name.
pub(crate) struct Tour<'a, E> {
    pub(super) payer: &'a Payer,
    pub(super) stage: &'a Stage,
    look: Look,
    eye: E,
    seen: RefCell<Vec<&'static str>>,
}

impl<'a, E: AsyncFn(&'static str)> Tour<'a, E> {
    /// A tour on a fresh stage.
    pub(crate) fn new(payer: &'a Payer, stage: &'a Stage, look: Look, eye: E) -> Self {
        Self {
            payer,
            stage,
            look,
            eye,
            seen: RefCell::default(),
        }
    }

    /// Passes every state once, in the order of [`STATES`].
    pub(crate) async fn passes_every_state(&self) {
        self.payer.looks_as(&self.look).await;
        self.information().await;
        self.payment().await;
        self.waiting().await;
        self.ends().await;
        assert_eq!(*self.seen.borrow(), STATES, "the tour passes every state");
    }

    /// The page is in this state.
    pub(super) async fn stops_at(&self, state: &'static str) {
        self.seen.borrow_mut().push(state);
        (self.eye)(state).await;
    }

    /// A fresh session of an order, in the tour's language.
    pub(super) async fn session(&self, order: &str, changes: Value) -> Session {
        let mut request = json!({ "order": order, "locale": self.look.locale });
        let wanted = request.as_object_mut().expect("a request is an object");
        wanted.extend(changes.as_object().expect("changes are an object").clone());
        self.stage.merchant().session_with("ES", &request).await
    }

    /// Opens a session's link and waits for the program.
    pub(super) async fn opens(&self, session: &Session) {
        self.payer
            .opens(&format!("{}?{}", session.url, self.wishes()))
            .await;
        self.payer.has_the_program().await;
    }

    /// A fresh session of an order whose payer has come to the payment.
    pub(super) async fn comes_to_pay(&self, order: &str) -> Session {
        let session = self.session(order, json!({})).await;
        self.opens(&session).await;
        self.payer.confirms().await;
        session
    }

    /// What a page's address says of its language and theme.
    pub(super) fn wishes(&self) -> String {
        let Look { theme, locale, .. } = self.look;
        format!("theme={theme}&locale={locale}")
    }
}
