//! What a journey plays on: programs, processes, ports and files, fresh for each journey and gone
//! after it. It must not know what a payer does.

mod browser;
mod chromium;
mod driver;
mod firefox;
mod gate;
mod journey;
mod pages;
mod places;
mod port;
mod process;
mod server;
mod set;
mod shop;

pub(crate) use browser::{Browser, is_chromiums_alone};
pub(crate) use gate::{Gate, Program};
pub(crate) use journey::{Scripts, journey};
pub(crate) use places::{frameworks, root};
pub(crate) use process::until;
pub(crate) use set::Stage;
