//! What is on the screen in each state: leaves put together.
//!
//! A screen reads the state and changes nothing. To add one: a file with one function, and a line
//! in `work.rs`.

mod screen;
mod work;
mod frame;
mod notices;
mod information;
mod payment;
mod method_list;
mod waiting;
mod receipt;
mod transfer;
mod closed;

pub(super) use frame::{Listeners, page};
pub(super) use notices::key_of as notice_key;
pub(super) use screen::Screen;
use screen::version;
use work::work;
