//! Holds it all together: reads the settings, opens what has to be open, serves until told to end.
//!
//! The only room that knows which store and which processor there are. To add a setting: a field
//! in [`ServeSettings`] with its flag and its environment variable; see [`configuration`].

pub mod configuration;
mod limits;
mod settings;
mod command_args;
mod command;
mod log;
mod webhooks;
mod stripe;
mod mail;
mod printing;
mod processors;
mod serve;
mod signals;
mod workers;
mod rounds;
mod clearing;
mod numbers;
mod check;
mod demo_account;

pub use check::{Checked, check, with_reasons};
pub use command::{CommandError, run_command};
pub use command_args::{BackupArgs, CopyArgs};
pub use configuration::Secret;
pub use demo_account::{DemoAccount, DemoAccountError, create_demo_account};
pub use limits::LimitArgs;
pub use log::start_log;
pub use mail::MailArgs;
pub use serve::{ServeError, serve};
pub use settings::{
    Command, DatabaseSettings, DemoDataSettings, LogFormat, ProcessorChoice, ServeSettings,
    Settings,
};
pub use stripe::StripeArgs;
pub use webhooks::WebhookArgs;
