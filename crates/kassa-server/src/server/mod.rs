//! Holds it all together: reads the settings, opens what has to be open, serves until told to end.
//!
//! The only room that knows which store and which processor there are. To add a setting: a field
//! in [`ServeSettings`], with its flag and its environment variable.

mod limits;
mod settings;
mod log;
mod webhooks;
mod serve;
mod rounds;
mod demo_account;

pub use demo_account::{DemoAccount, DemoAccountError, create_demo_account};
pub use limits::LimitArgs;
pub use log::start_log;
pub use serve::{ServeError, serve};
pub use settings::{Command, DemoDataSettings, LogFormat, ServeSettings, Settings};
pub use webhooks::WebhookArgs;
