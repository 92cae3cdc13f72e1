//! The one way to the rest of the program.
//!
//! The rest is a table of functions. In the browser nothing in the first file names that table: it is
//! given to [`here`] by the function that begins the second file, so that there is no way to what is not there
//! yet. `black_box` keeps the compiler from finding out which table it is going to be.

use kassa_wire::page::CheckoutPage;
use web_sys::{Element, InputEvent};
use yew::html::Scope;
use yew::{Context, Html};

use super::{listen, perform, update};
use crate::api::Asked;
use crate::checkout::{self, Checkout, Early, Effect, Stage};
use crate::shell::message::Message;
use crate::shell::root::{Root, Window};
use crate::shell::screens::{self, Screen};

/// What the window hears once the rest is here, or could not be had.
pub(in crate::shell) const CAME: &str = "kassalater";
/// What it hears when the merchant's page asks something.
pub(in crate::shell) const ASKED: &str = "kassaasked";

/// The rest of the program.
#[derive(Debug)]
pub(in crate::shell) struct Later {
    /// Where a page opens that does not ask for information.
    pub(in crate::shell) first_stage: fn(&CheckoutPage, &Early) -> Stage,
    /// Begins to listen to the merchant's page.
    pub(in crate::shell) wake: fn(&mut Root, &Context<Root>),
    /// What follows from a message.
    pub(in crate::shell) update: fn(&mut Root, &Context<Root>, Message),
    /// Carries out an effect.
    pub(in crate::shell) perform: fn(&mut Window, &Scope<Root>, &Asked, Effect),
    /// What was typed or chosen, where it is not the payer's information.
    pub(in crate::shell) input: fn(&InputEvent, &Element) -> Option<Message>,
    /// A control was left that is not the payer's information.
    pub(in crate::shell) left: fn(&Element) -> Option<Message>,
    /// A button was pressed, with what it says; and whether **Pay** would be the same attempt once more.
    pub(in crate::shell) sent: fn(&Element, &str, &dyn Fn() -> bool) -> Option<Message>,
    /// What there is to do.
    pub(in crate::shell) work: fn(&Screen, &Checkout) -> Html,
}

static ALL: Later = Later {
    first_stage: checkout::later_stage,
    wake: update::wake,
    update: update::update,
    perform: perform::perform,
    input: listen::input,
    left: listen::left,
    sent: listen::sent,
    work: screens::later_work,
};

#[cfg(not(all(feature = "split", target_arch = "wasm32")))]
mod way {
    use super::{ALL, Later};

    /// The rest of the program.
    #[expect(
        clippy::unnecessary_wraps,
        reason = "in the browser it is not always here"
    )]
    pub(in crate::shell) fn here() -> Option<&'static Later> {
        Some(&ALL)
    }

    /// Nothing has to be fetched.
    pub(in crate::shell) fn fetch() {}
}

#[cfg(all(feature = "split", target_arch = "wasm32"))]
mod way {
    use std::cell::Cell;
    use wasm_bindgen::prelude::wasm_bindgen;

    use super::{ALL, Later};

    thread_local! {
        static HERE: Cell<Option<&'static Later>> = const { Cell::new(None) };
    }

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_name = kassaLater)]
        fn fetch_later();
    }

    /// Begins the second file. `rest.js` calls it, once, when the file is there.
    #[wasm_bindgen]
    pub fn kassa_later() {
        HERE.set(Some(std::hint::black_box(&ALL)));
    }

    /// The rest of the program, where it is here.
    pub(in crate::shell) fn here() -> Option<&'static Later> {
        HERE.get()
    }

    /// Has it fetched, if it is not here. The window hears of it.
    pub(in crate::shell) fn fetch() {
        if here().is_none() {
            fetch_later();
        }
    }
}

#[cfg(all(feature = "split", target_arch = "wasm32"))]
pub use way::kassa_later;
pub(in crate::shell) use way::{fetch, here};

/// Where a page opens that asks for no information. Such a page waits for the rest of the program.
pub(in crate::shell) fn first_stage(page: &CheckoutPage, early: &Early) -> Stage {
    here().map_or(Stage::Following, |later| (later.first_stage)(page, early))
}
