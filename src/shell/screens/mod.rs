//! What is on the screen in each state: leaves put together.
//!
//! A screen reads the state and changes nothing. To add one: a file with one function, and a line
//! in `work.rs` or `later_work.rs`.

mod screen;
mod work;
mod later_work;
mod frame;
mod notices;
mod information;
mod payment;
mod method_list;
mod waiting;
mod receipt;
mod closed;
mod drawn;

#[cfg(feature = "browser")]
pub(super) use drawn::{ORDER_ID, SCREEN_ID};
pub(super) use frame::{Listeners, page};
pub(super) use later_work::later_work;
pub use method_list::name_of as method_name;
pub(super) use notices::key_of as notice_key;
pub(super) use screen::Screen;
use screen::version;
use work::work;
