//! What is to be done: said here, done by the shell.

use kassa_wire::AttemptKey;
use kassa_wire::embed::FrameMessage;
use kassa_wire::payer::PayerValues;
use kassa_wire::request::{CardDetails, PostPayment};

use super::state::{Notice, Wish};

/// Something for the shell to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Ask the server to take the information. Answered by `ConfirmAnswered`.
    Confirm {
        /// The version that it is a change of.
        version: u32,
        /// The form.
        payer: PayerValues,
    },
    /// Ask for the fields of another country. Answered by `FieldsArrived`.
    AskFields {
        /// The country, as the list of countries has it.
        country: String,
    },
    /// Ask the merchant's page whether a press counts. Answered by `HostAnswered`, also where it
    /// does not answer in time.
    AskHost {
        /// Which press.
        key: AttemptKey,
    },
    /// Ask the processor for the card's token. Answered by `CardTokenised`.
    Tokenise {
        /// Where.
        tokenizer: String,
        /// The key that Stripe's API wants; nothing where it is the sandbox's.
        key: Option<String>,
        /// The card: it goes there and nowhere else.
        card: CardDetails,
    },
    /// Ask the server for the payment. Answered by `PayAnswered`.
    Pay {
        /// The attempt.
        key: AttemptKey,
        /// How.
        request: PostPayment,
    },
    /// Ask the server for another way to send it, or for what the codes make of the total. Answered
    /// by `ExtrasAnswered`.
    Choose {
        /// The version that it is a change of.
        version: u32,
        /// What.
        wish: Wish,
    },
    /// Ask the server to call it off. Answered by `CancelAnswered`.
    Cancel,
    /// Ask for the session as it is. Answered by `ViewArrived` or `ViewFailed`.
    Fetch,
    /// Let `LookDue` happen after a pause, instead of one that was asked for before.
    LookLater {
        /// How long the pause is.
        seconds: u32,
    },
    /// Move the focus to where the reading goes on.
    Focus(Place),
    /// Say something to those who listen.
    Say(Saying),
    /// Tell the merchant's page.
    Tell(FrameMessage),
    /// Go to a page of the processor's, if the whole window is ours.
    Leave {
        /// The page.
        url: String,
    },
}

/// Where the reading goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The screen's heading.
    Heading,
    /// The list of errors.
    Errors,
    /// The notice, or the reason of a refusal.
    Notice,
}

/// What is said to those who listen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saying {
    /// The information is on its way.
    Confirming,
    /// The merchant's page is asked.
    Asking,
    /// The payment is on its way.
    Paying,
    /// There are errors.
    Errors,
    /// The total is another one.
    Total,
    /// The code counts for nothing.
    CodeRefused,
    /// The network is back.
    Online,
    /// A notice.
    Notice(Notice),
}
