//! What a payer's screen needs, already formatted: the browser shows strings and decides nothing
//! about money, dates or languages.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::country::CountryCode;
use crate::id::{OrderNumber, PaymentReference, RecipientId, SessionId};
use crate::money::Money;
use crate::payer::PayerValues;
use crate::problem::FieldProblem;
use crate::state::{DeclineReason, MethodKind, PaymentState, SessionState};

/// One checkout session, as its payer may see it. `GET /api/checkout/{id}` answers it, and so does
/// every payer-side change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SessionView {
    /// The session.
    pub id: SessionId,
    /// Grows with every change; `If-Match` names it as `"7"`.
    pub version: u32,
    /// Where the session stands.
    pub state: SessionState,
    /// The language of every text in this view, BCP 47: `en`, `es`.
    pub locale: String,
    /// Who is paid.
    pub recipient: RecipientView,
    /// What is paid.
    pub order: OrderView,
    /// The total, for programs.
    pub amount: Money,
    /// The total, for people: `€4,850.00`.
    pub total: String,
    /// How it can be sent, in their order; nothing where there is nothing to choose.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shipping: Vec<ShippingView>,
    /// The codes that were given; absent where the order takes none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discounts: Option<DiscountsView>,
    /// Whose addresses the fields ask for: the payer's country, or the order's where the payer has
    /// said none.
    pub country: CountryCode,
    /// The fields to fill in, in their order.
    pub fields: Vec<FieldView>,
    /// What is in them.
    pub payer: PayerValues,
    /// What is still wrong with them; empty when the information is complete. Field names are
    /// those of `fields`, without a `payer.` before them.
    pub problems: Vec<FieldProblem>,
    /// How this session can be paid.
    pub methods: Vec<MethodView>,
    /// The session's payment, from the first attempt on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment: Option<PaymentView>,
    /// When the offer ends, RFC 3339 UTC.
    pub expires_at: String,
    /// The same for people, with its time zone: `20 November 2026, 21:14 UTC`.
    pub expires: String,
    /// Where the merchant wants the payer back, if anywhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub return_url: Option<String>,
    /// Whether the merchant's server is changing the session: nothing is taken until it has.
    pub locked: bool,
    /// Whether the payer of a session that is over asked the merchant for a new link.
    pub link_asked: bool,
    /// Origins that may frame this session and hear of it.
    pub origins: Vec<String>,
    /// What the widget shows as it is; only where it was asked for, by the query `drawn`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drawn: Option<Drawn>,
}

/// Pieces of the screen that change only when the session does, as HTML of the server's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Drawn {
    /// What is being paid, and to whom.
    pub order: String,
    /// What belongs to where the session stands: who pays, a bank's instructions, a receipt.
    pub screen: String,
}

/// Who is paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecipientView {
    /// Three letters.
    pub id: RecipientId,
    /// The name on the page.
    pub name: String,
    /// One or two letters for the mark beside the name.
    pub initials: String,
}

/// What is paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OrderView {
    /// The merchant's number.
    pub number: OrderNumber,
    /// What it is for, in the merchant's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// What the total is made of.
    pub lines: Vec<LineView>,
}

/// One line of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LineView {
    /// What it is.
    pub label: String,
    /// More about it, smaller.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// What it costs, for people.
    pub amount: String,
}

/// One way to send what was ordered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ShippingView {
    /// What is sent to choose it.
    pub id: String,
    /// What it is, in the merchant's words.
    pub label: String,
    /// More about it, smaller.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// Options of one group are shown together under this name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// What it costs, for people.
    pub amount: String,
    /// Whether it is the chosen one.
    pub chosen: bool,
}

/// The codes that make it cheaper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DiscountsView {
    /// Those that the payer gave.
    pub codes: Vec<String>,
}

/// The fields of the payer's form in a country. `GET /api/checkout/{id}/fields` answers it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldsView {
    /// Whose addresses they ask for.
    pub country: CountryCode,
    /// The fields to fill in, in their order.
    pub fields: Vec<FieldView>,
}

/// One field of the payer's form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldView {
    /// Its name on the wire and in the page's form.
    pub name: String,
    /// Its label in the view's language; for a recipient's own field, in the merchant's words.
    pub label: String,
    /// What can be put in.
    pub kind: FieldKind,
    /// Whether it may stay empty.
    pub required: bool,
    /// How many characters it takes at the most.
    pub max_length: u16,
    /// The choices of a [`FieldKind::Choice`], in reading order. Those of a
    /// [`FieldKind::Country`] are the same for every payer of a language: they come with its texts,
    /// and are put here by whoever has both.
    #[serde(
        default = "no_options",
        skip_serializing_if = "<[OptionView]>::is_empty"
    )]
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<OptionView>))]
    pub options: Arc<[OptionView]>,
    /// What a text has to look like as a whole: a regular expression of JavaScript's. A postal code
    /// may be typed with or without its spaces and hyphens, in letters of either case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
    /// A text that looks like it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub example: Option<String>,
    /// What the payer may do with it.
    #[serde(default, skip_serializing_if = "FieldMode::is_editable")]
    pub mode: FieldMode,
}

/// What the payer may do with a field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum FieldMode {
    /// Fill it in.
    #[default]
    Editable,
    /// Read what the merchant has filled in. What the merchant hides is no field of the view's.
    ReadOnly,
}

impl FieldMode {
    /// Whether the payer may change it. Takes a reference because that is how serde asks.
    #[must_use]
    pub fn is_editable(&self) -> bool {
        match self {
            Self::Editable => true,
            Self::ReadOnly => false,
        }
    }
}

/// What can be put in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    /// One line of any text.
    Text,
    /// An email address.
    Email,
    /// A telephone number in any common writing.
    Phone,
    /// One of the world's countries.
    Country,
    /// One of a few.
    Choice,
    /// A number: digits, with a sign and decimals where there are some.
    Number,
    /// A day: `2026-11-20`.
    Date,
}

/// One choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OptionView {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
}

/// One way to pay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MethodView {
    /// Which.
    pub kind: MethodKind,
    /// Where the browser changes a card's number into a token; only for cards. A path on this
    /// server or an absolute URL of the processor's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tokenizer: Option<String>,
    /// The public key that the tokenizer wants, where it takes cards as Stripe's API does; without
    /// one it takes them as Kassa's sandbox does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tokenizer_key: Option<String>,
}

/// The session's payment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PaymentView {
    /// Its name between people.
    pub reference: PaymentReference,
    /// Where it stands.
    pub state: PaymentState,
    /// How the latest attempt pays.
    pub method: MethodKind,
    /// The amount, for people.
    pub amount: String,
    /// When it last changed, for people.
    pub date: String,
    /// Why the latest attempt was refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decline: Option<DeclineReason>,
    /// What the payer has to do elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<ActionView>,
    /// Where to transfer the money to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transfer: Option<TransferView>,
    /// Where the merchant's server creates the payment, as long as it is only announced. It wants
    /// the merchant's key: the merchant's page hears the address, the payer has no use for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirm_url: Option<String>,
}

/// Something the payer has to do elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ActionView {
    /// Where it is shown.
    pub kind: ActionKind,
    /// The page. A path on this server or an absolute URL of the processor's.
    pub url: String,
}

/// Where an action is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ActionKind {
    /// In a frame inside the page: a bank's challenge.
    Challenge,
    /// On a page of its own, from which the payer comes back: a wallet.
    Redirect,
}

/// Where a bank transfer goes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TransferView {
    /// Whose account it is.
    pub account_holder: String,
    /// The account, grouped for reading: `ES91 2100 0418 4502 0005 1332`.
    pub account_number: String,
    /// The bank's BIC.
    pub bank_code: String,
    /// The bank's name.
    pub bank_name: String,
    /// What has to be written on the transfer for it to be found.
    pub reference: String,
    /// How much, for people.
    pub amount: String,
}

fn no_options() -> Arc<[OptionView]> {
    Arc::new([])
}
