//! The use cases: what is done, and in which order. Takes the store, the processor, the clock and
//! the dice as traits; must not know status codes, SQL, or any one processor.
//!
//! To add a use case: give it a file with its request, its one error enum and its function, and
//! pair the errors with codes in `http/problem`.
#![deny(
    clippy::wildcard_enum_match_arm,
    clippy::arithmetic_side_effects,
    clippy::float_arithmetic
)]

mod kassa;
mod changes;
mod happened;
mod move_session;
mod snapshot;
mod draw;
mod callbacks;
mod open_session;
mod change_session;
mod read_checkout;
mod confirm_payer;
mod payer_form;
mod choose;
mod pay;
mod announced;
mod create_payment;
mod charge;
mod settle;
mod reconcile;
mod operate;
mod settle_operation;
mod reconcile_operation;
mod come_back;
mod cancel;
mod ask_for_link;
mod lock;
mod invite;
mod expire;
mod clear_old;

pub use self::kassa::{Kassa, Mailing, Parts, PaymentSettings};
pub use ask_for_link::ask_for_link;
pub use callbacks::callbacks_endpoint;
pub use cancel::{CancelError, cancel};
pub use change_session::{ChangeSessionError, change_session};
pub use changes::{Change, ChangeHub};
pub use choose::{Choice, Choose, ChooseError, choose};
pub use clear_old::{Rest, clear_old};
pub use come_back::come_back;
pub use confirm_payer::{ConfirmPayer, ConfirmPayerError, confirm_payer};
pub use create_payment::{CreatePayment, CreatePaymentError, announced_attempt, create_payment};
pub use draw::{
    draw_endpoint_id, draw_event_id, draw_invitation_id, draw_operation_id, draw_session_id,
    draw_webhook_secret,
};
pub use expire::expire_sessions;
pub use invite::{Invite, InviteError, invite_as};
pub use lock::{LockError, lock};
pub use open_session::{
    OpenSession, OpenSessionError, SESSION_LIFE, open_session, open_session_as,
};
pub use operate::{Operate, OperateError, Wanted, operate, operate_as};
pub use pay::{Pay, PayError, PayWith, pay};
pub use read_checkout::{ReadCheckoutError, read_checkout};
pub use reconcile::{follow_notices, reconcile, reconcile_attempt};
pub use reconcile_operation::{reconcile_operation, reconcile_operations};
pub use settle::{SettleError, settle};
pub use settle_operation::{SettleOperationError, settle_operation};
