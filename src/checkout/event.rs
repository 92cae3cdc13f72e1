//! What can happen.

use kassa_wire::AttemptKey;
use kassa_wire::problem::{FieldProblem, ProblemCode};
use kassa_wire::state::MethodKind;
use kassa_wire::view::{FieldsView, SessionView};

use super::form::card::Month;
use super::state::Consent;

/// Why there is no answer that helps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// No answer, one that cannot be read, or one that says that the server is in trouble: what
    /// was asked may have been done or not.
    Unanswered,
    /// The same, and the server says after how many seconds it is worth asking again.
    Later(u32),
    /// The server says no: what was asked was not done.
    Refused(ProblemCode, Vec<FieldProblem>),
}

/// What the merchant's page says of a press of **Pay**.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It counts.
    Agreed,
    /// It does not.
    Refused,
    /// Nothing, for too long.
    Silent,
}

/// What can happen to a checkout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A field of the payer's form has another text.
    FieldEdited {
        /// The field's name.
        name: String,
        /// Its text now.
        text: String,
    },
    /// A field of the payer's form was left.
    FieldLeft {
        /// The field's name.
        name: String,
    },
    /// The email address that was probably meant is taken.
    MeantTaken,
    /// The fields of the country that was chosen.
    FieldsArrived(Result<Box<FieldsView>, Failure>),
    /// **Change**.
    ChangePressed,
    /// **Confirm information**.
    ConfirmPressed,
    /// The server's word on the information.
    ConfirmAnswered(Result<Box<SessionView>, Failure>),
    /// A method was chosen.
    MethodChosen(MethodKind),
    /// A field of the card has another text.
    CardEdited {
        /// The field's name, as `form::card::field` has them.
        name: String,
        /// Its text now.
        text: String,
    },
    /// A field of the card was left.
    CardLeft {
        /// The field's name.
        name: String,
        /// Today's month.
        this_month: Month,
    },
    /// A way to send it was chosen, by its id.
    ShippingChosen(String),
    /// The text in the code's field is another one.
    CodeEdited(String),
    /// **Apply** beside it.
    CodeApplied,
    /// A code is taken away again.
    CodeRemoved(String),
    /// The server's word on either.
    ExtrasAnswered(Result<Box<SessionView>, Failure>),
    /// **Pay**.
    PayPressed {
        /// A fresh key, used only if this press counts.
        key: AttemptKey,
        /// Today's month.
        this_month: Month,
    },
    /// The merchant's page wants to be asked before anything is paid, or no longer.
    ConsentWished(Consent),
    /// Its word on a press of **Pay**, or that there was none in time.
    HostAnswered {
        /// Which press.
        key: AttemptKey,
        /// What it said.
        verdict: Verdict,
    },
    /// The processor's word on the card: its token.
    CardTokenised(Result<String, Failure>),
    /// The server's word on the payment.
    PayAnswered {
        /// The attempt that was sent.
        key: AttemptKey,
        /// The answer.
        answer: Result<Box<SessionView>, Failure>,
    },
    /// **Try again** after a lost answer.
    RetryPressed,
    /// The payer calls it off.
    CancelPressed,
    /// The server's word on that.
    CancelAnswered(Result<Box<SessionView>, Failure>),
    /// The session as it is now, asked for outside the payer's own presses.
    ViewArrived(Box<SessionView>),
    /// It could not be had.
    ViewFailed(Failure),
    /// It is time to ask for it again: a pause is over, or the payer is back at the page.
    LookDue,
    /// The browser has no network any more.
    LineLost,
    /// It has one again.
    LineBack,
    /// The texts in another language could not be had.
    LanguageFailed,
    /// The server says that the session has this version now.
    VersionHeard(u32),
    /// The session's time is over by the payer's clock.
    TimeIsUp,
}
