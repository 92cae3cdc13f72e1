//! Where the payer is. Each variant carries only what is true then.

use kassa_wire::AttemptKey;
use kassa_wire::page::Notice as PageNotice;
use kassa_wire::payer::PayerValues;
use kassa_wire::problem::FieldProblem;
use kassa_wire::request::PostPayment;
use kassa_wire::state::MethodKind;
use kassa_wire::view::{ActionView, SessionView};

use super::form::card::{CardText, Month};

/// The widget's whole state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// A session is on the screen.
    Checkout(Box<Checkout>),
    /// No session has the link's id.
    NotFound,
    /// The server could not read the session.
    Trouble,
}

/// A session on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkout {
    /// What the server said last.
    pub view: SessionView,
    /// Where the payer is in it.
    pub stage: Stage,
    /// Something to say above everything else.
    pub notice: Option<Notice>,
    /// The key that a form sent without the program carries.
    pub form_key: AttemptKey,
    /// What is being chosen beside the method.
    pub extras: Extras,
    /// How many looks at the session failed since the last that did not.
    pub missed_looks: u8,
    /// Whether the merchant's page is asked before anything is paid.
    pub consent: Consent,
}

/// Whether the merchant's page is asked before anything is paid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Consent {
    /// A press of **Pay** counts by itself.
    #[default]
    NotWanted,
    /// The page said that it wants to be asked.
    Wanted,
}

/// What is being chosen beside the method.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extras {
    /// What the server was asked for and has not answered.
    pub asked: Option<Wish>,
    /// What is typed in the code's field.
    pub code: String,
    /// Whether the server said that the code counts for nothing.
    pub refused: bool,
}

/// What the payer chooses beside the method.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// How it is sent, by the option's id.
    Shipping(String),
    /// All codes that are to count.
    Discounts(Vec<String>),
}

/// Where the payer is in a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The information is complete and shown as a summary.
    Reviewing,
    /// The information is in the form.
    Editing(Form),
    /// The server was asked to take the information.
    Confirming(Draft),
    /// A method can be chosen and paid with.
    Choosing(Choice),
    /// **Pay** was pressed; another press finds this and changes nothing.
    Paying(Attempt),
    /// The answer was lost, so nobody knows. The same attempt can be sent again.
    Unanswered(Attempt),
    /// The payment is under way at the processor, or in another window.
    Following,
    /// **Pay** was refused because a payment is under way in another window; what was chosen here,
    /// to go back to if that one is declined.
    Elsewhere(Choice),
    /// The payer has to do something elsewhere.
    Acting(ActionView),
    /// A transfer has to be made, or is on its way.
    Pending,
    /// Paid.
    Paid,
    /// Paid before this page tried.
    AlreadyPaid,
    /// Its time was over before anything was paid.
    Expired,
    /// The server was asked to call it off; where the payer was meanwhile, to go back to.
    Cancelling(Box<Stage>),
    /// Called off.
    Cancelled,
}

/// The payer's form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// What is in the fields, as it was typed.
    pub values: PayerValues,
    /// What is said under them.
    pub errors: Vec<FieldProblem>,
    /// Whether they are also said above the form.
    pub report: Report,
    /// The email address that was probably meant, once the field was left.
    pub meant: Option<String>,
}

/// Whether errors are also listed above a form: only after it was sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Report {
    /// Under their fields alone.
    #[default]
    Inline,
    /// In a list above as well.
    Listed,
}

/// What was sent to be confirmed, to go back to if it is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Draft {
    /// The summary, as the server had it.
    Summary,
    /// The form.
    Form(Form),
}

/// What is chosen to pay with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// How.
    pub method: Option<MethodKind>,
    /// The card's fields, kept while another method is looked at.
    pub card: CardText,
    /// What is said under them.
    pub errors: Vec<FieldProblem>,
    /// Whether they are also said above.
    pub report: Report,
}

/// One press of **Pay**.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// Names this press to the server, also when it is sent again.
    pub key: AttemptKey,
    /// The session's version at the press: what is newer may be about this attempt.
    pub version: u32,
    /// What was chosen, to go back to if it is declined.
    pub choice: Choice,
    /// How far it is.
    pub progress: Progress,
}

/// How far an attempt is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress {
    /// The merchant's page was asked whether the press counts. Nothing has been sent anywhere.
    /// With the month of the press, by which the card is read again.
    Asking(Month),
    /// The processor was asked for a token. Nothing can have been charged.
    Tokenising,
    /// The server was asked for the payment with exactly this request.
    Charging(PostPayment),
}

/// Something to say above everything else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The information changed meanwhile, in another window.
    Stale,
    /// The server could not be reached or is in trouble.
    Trouble,
    /// The card could not be sent because the program was not there.
    CardNeedsScripts,
    /// No method was chosen.
    ChooseMethod,
    /// The processor could not read the card.
    CheckCard,
    /// A payment is under way in another window.
    InProgress,
    /// The merchant's server is changing the session.
    Locked,
    /// The browser has no network.
    Offline,
    /// The merchant's page did not agree to the payment.
    HostRefused,
    /// The merchant's page did not answer in time.
    HostSilent,
}

impl Notice {
    /// The notice that a page came with; nothing where it is a screen of its own.
    pub(super) fn of_page(notice: PageNotice) -> Option<Self> {
        Some(match notice {
            PageNotice::Stale => Self::Stale,
            PageNotice::Trouble => Self::Trouble,
            PageNotice::CardNeedsScripts => Self::CardNeedsScripts,
            PageNotice::ChooseMethod => Self::ChooseMethod,
            PageNotice::InProgress => Self::InProgress,
            PageNotice::AlreadyPaid => return None,
        })
    }
}

/// Which screen a stage is on. Where it changes, the reading goes on at the new screen's heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// The summary.
    Summary,
    /// The form.
    Form,
    /// The methods.
    Payment,
    /// The lost answer.
    Unanswered,
    /// The waiting.
    Following,
    /// The challenge or the way to the wallet.
    Acting,
    /// The bank's instructions.
    Pending,
    /// The receipt.
    Receipt,
    /// The end without a payment.
    Closed,
    /// No session.
    Nothing,
}

impl Stage {
    /// Its screen. Waiting for an answer stays on the screen where it was asked.
    #[must_use]
    pub fn screen(&self) -> Screen {
        match self {
            Self::Reviewing | Self::Confirming(Draft::Summary) => Screen::Summary,
            Self::Editing(_) | Self::Confirming(Draft::Form(_)) => Screen::Form,
            Self::Choosing(_) | Self::Paying(_) => Screen::Payment,
            Self::Unanswered(_) => Screen::Unanswered,
            Self::Following | Self::Elsewhere(_) => Screen::Following,
            Self::Acting(_) => Screen::Acting,
            Self::Pending => Screen::Pending,
            Self::Paid | Self::AlreadyPaid => Screen::Receipt,
            Self::Expired | Self::Cancelled => Screen::Closed,
            Self::Cancelling(before) => before.screen(),
        }
    }
}

impl State {
    /// Its screen.
    #[must_use]
    pub fn screen(&self) -> Screen {
        match self {
            Self::Checkout(checkout) => checkout.stage.screen(),
            Self::NotFound | Self::Trouble => Screen::Nothing,
        }
    }
}
