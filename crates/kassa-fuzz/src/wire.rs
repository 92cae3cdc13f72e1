//! Every type of the wire: what is read is written so that it is read again.

use kassa_wire::embed::{Envelope, FrameMessage, HostMessage};
use kassa_wire::merchant::{
    Attempt, CustomField, CustomKind, Discount, Event, Invitation, List, Operation, Order,
    OrderLine, PatchSession, Payment, PostCapture, PostInvitation, PostOrder, PostRefund,
    PostSession, PutRecipient, Recipient, Session, ShippingOption,
};
use kassa_wire::page::{CheckoutPage, Content, LocaleView, Notice, Page, Texts, Theme, Ui};
use kassa_wire::problem::{FieldCode, FieldProblem, Problem, ProblemCode};
use kassa_wire::request::{
    CardDetails, CardToken, PostPayment, PutDiscounts, PutPayer, PutShipping,
};
use kassa_wire::state::{
    CaptureMode, DeclineReason, InvitationFailure, InvitationState, MethodKind, OperationFailure,
    OperationKind, OperationState, PaymentCreation, PaymentState, SessionState,
};
use kassa_wire::view::{
    ActionKind, ActionView, DiscountsView, Drawn, FieldKind, FieldMode, FieldView, FieldsView,
    LineView, MethodView, OptionView, OrderView, PaymentView, RecipientView, SessionView,
    ShippingView, TransferView,
};
use kassa_wire::webhook::{
    PatchWebhookEndpoint, PostWebhookEndpoint, ShownSecret, WebhookDeliveries, WebhookDelivery,
    WebhookDeliveryState, WebhookEndpoint, WebhookEndpointState, WebhookPing,
};
use kassa_wire::{
    AccountId, AttemptKey, CountryCode, Currency, Money, OrderNumber, PaymentReference,
    RecipientId, SessionId,
};

use crate::round::round_trip;

macro_rules! wire {
    ($($name:ident $(<$of:ident>)?),* $(,)?) => {
        /// The types that are tried. A test sees to it that it is all of them.
        pub const WIRE_TYPES: &[&str] = &[$(stringify!($name)),*];

        /// Whichever types the bytes are read as, they are written and read again as the same.
        ///
        /// # Panics
        /// Where that is not so.
        pub fn check_wire(data: &[u8]) {
            $(round_trip::<$name $(<$of>)?>(data);)*
            round_trip::<Envelope<HostMessage>>(data);
        }
    };
}

wire!(
    AccountId,
    ActionKind,
    ActionView,
    Attempt,
    AttemptKey,
    CaptureMode,
    CardDetails,
    CardToken,
    CheckoutPage,
    Content,
    CountryCode,
    Currency,
    CustomField,
    CustomKind,
    DeclineReason,
    Discount,
    DiscountsView,
    Drawn,
    Envelope<FrameMessage>,
    Event,
    FieldCode,
    FieldKind,
    FieldMode,
    FieldProblem,
    FieldView,
    FieldsView,
    FrameMessage,
    HostMessage,
    Invitation,
    InvitationFailure,
    InvitationState,
    LineView,
    List<Payment>,
    LocaleView,
    MethodKind,
    MethodView,
    Money,
    Notice,
    Operation,
    OperationFailure,
    OperationKind,
    OperationState,
    OptionView,
    Order,
    OrderLine,
    OrderNumber,
    OrderView,
    Page,
    Texts,
    PatchSession,
    PatchWebhookEndpoint,
    Payment,
    PaymentCreation,
    PaymentReference,
    PaymentState,
    PaymentView,
    PostCapture,
    PostInvitation,
    PostOrder,
    PostPayment,
    PostRefund,
    PostSession,
    PostWebhookEndpoint,
    Problem,
    ProblemCode,
    PutDiscounts,
    PutPayer,
    PutRecipient,
    PutShipping,
    Recipient,
    RecipientId,
    RecipientView,
    Session,
    SessionId,
    SessionState,
    SessionView,
    ShippingOption,
    ShippingView,
    ShownSecret,
    Theme,
    TransferView,
    Ui,
    WebhookDeliveries,
    WebhookDelivery,
    WebhookDeliveryState,
    WebhookEndpoint,
    WebhookEndpointState,
    WebhookPing,
);
