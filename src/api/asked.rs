//! Where a session's endpoints are.

use kassa_wire::SessionId;

/// A session as an endpoint's address needs it, with the language that answers are wanted in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Which session.
    pub session: SessionId,
    /// BCP 47.
    pub locale: String,
}

impl Asked {
    pub(super) fn address(&self, endpoint: &str) -> String {
        let session = self.session.as_str();
        [
            "/api/checkout/",
            session,
            endpoint,
            "?locale=",
            &self.locale,
        ]
        .concat()
    }
}
