//! The root component: one state, one place where it changes.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use kassa_wire::embed::FrameMessage;
use kassa_wire::page::{Page, Theme, Ui};
use kassa_wire::payer::field;
use web_sys::HtmlElement;
use yew::html::Scope;
use yew::{Callback, Component, Context, Html, Properties};

use super::checks::BrowserChecks;
use super::later;
use super::message::Message;
use super::printed::Printed;
use super::stream::Stream;
use super::words::Words;
use super::{chance, dom, listen, perform, screens};
use crate::api::Asked;
use crate::bridge::{self, Bridge};
use crate::checkout::{Early, Effect, Event, Stage, State, begin, is_seen, miss, open_at};
use crate::i18n::{Catalogue, Key};

/// What the root component is made from: the same on the server and in the browser, except for
/// what was typed early.
#[derive(Clone, Debug, Properties)]
pub struct RootProps {
    /// How the page came.
    pub(super) printed: Rc<Printed>,
    /// Its language's.
    pub(super) words: Words,
    /// Where it begins, until the component is made.
    first: Rc<RefCell<State>>,
}

impl RootProps {
    /// Those of a page, with what was typed before the program was there; nothing on the server.
    #[must_use]
    pub fn new(page: Page, words: Words, early: &Early) -> Self {
        let printed = Printed::of(&page);
        let state = open_at(page, &words.countries, early, later::first_stage);
        Self {
            printed: Rc::new(printed),
            words,
            first: Rc::new(RefCell::new(state)),
        }
    }
}

/// The same page is the same value: nothing ever changes one.
impl PartialEq for RootProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.first, &other.first)
    }
}

/// What the shell holds of the browser.
#[derive(Debug)]
pub(super) struct Window {
    pub(super) ui: Ui,
    pub(super) theme: Theme,
    pub(super) focus_next: Option<&'static str>,
    pub(super) saying: Option<Key>,
    pub(super) caret_next: Option<usize>,
    /// What has the focus while fields move: a field that is moved loses it.
    held: Option<HtmlElement>,
    pub(super) bridge: Option<Bridge>,
    pub(super) stream: Option<Stream>,
    pub(super) timers: Vec<Timeout>,
    pub(super) next_look: Option<Timeout>,
    pub(super) host_limit: Option<Timeout>,
    returns: Vec<EventListener>,
    /// What can only be done once the rest of the program is there.
    pub(super) waiting: Vec<Message>,
}

impl Window {
    /// Tells the merchant's page, if there is one.
    pub(super) fn tell(&self, message: &FrameMessage) {
        if let Some(bridge) = &self.bridge {
            bridge.tell(message);
        }
    }
}

/// The root component.
#[derive(Debug)]
pub struct Root {
    pub(super) state: State,
    pub(super) catalogue: Catalogue,
    pub(super) locale: String,
    pub(super) window: Window,
}

impl Component for Root {
    type Message = Message;
    type Properties = RootProps;

    fn create(ctx: &Context<Self>) -> Self {
        let props = ctx.props();
        let window = Window {
            ui: props.printed.ui,
            theme: props.printed.theme,
            focus_next: None,
            saying: None,
            caret_next: None,
            held: None,
            bridge: None,
            stream: None,
            timers: Vec::new(),
            next_look: None,
            host_limit: None,
            returns: Vec::new(),
            waiting: Vec::new(),
        };
        Self {
            state: props.first.replace(State::Trouble),
            catalogue: props.words.catalogue.clone(),
            locale: props.printed.locale.clone(),
            window,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        if dom::is_given_up() {
            return false;
        }
        match message {
            Message::Happened(event) => {
                let is_seen = is_seen(&self.state, &event);
                if matches!(event, Event::FieldsArrived(_)) {
                    self.window.held = dom::focused();
                }
                self.happen(ctx, event);
                is_seen
            }
            Message::LaterCame => {
                self.go_on(ctx);
                true
            }
            message @ (Message::CardTyped(..)
            | Message::LanguageWanted(_)
            | Message::LanguageArrived(_)
            | Message::LaterWanted
            | Message::Asked(_)
            | Message::HostServed(..)
            | Message::StreamBroke
            | Message::StreamDue) => {
                self.hand_on(ctx, message);
                true
            }
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let link = ctx.link();
        let stage_retries = matches!(&self.state, State::Checkout(checkout) if matches!(checkout.stage, Stage::Unanswered(_)));
        let screen = screens::Screen {
            text: &self.catalogue,
            page: &ctx.props().printed,
            locales: &ctx.props().words.locales,
            locale: &self.locale,
            saying: self.window.saying,
        };
        screens::page(
            &screen,
            &self.state,
            screens::Listeners {
                input: heard(link, |event| listen::input(&event)),
                focus_out: heard(link, |event| listen::focus_out(&event)),
                submit: heard(link, move |event| listen::submit(&event, || stage_retries)),
                click: heard(link, |event| listen::click(&event)),
            },
        )
    }

    fn rendered(&mut self, ctx: &Context<Self>, first_render: bool) {
        if first_render {
            self.wake(ctx);
            dom::say_awake();
        }
        if let State::Checkout(checkout) = &self.state
            && let Stage::Editing(form) = &checkout.stage
        {
            dom::show_choices(&form.values);
        }
        if let Some(held) = self.window.held.take() {
            let _ = held.focus();
        }
        if let Some(caret) = self.window.caret_next.take() {
            dom::put_caret(caret);
        }
        if let Some(id) = self.window.focus_next.take() {
            dom::focus(id);
        }
    }
}

fn heard<E>(link: &Scope<Root>, listen: impl Fn(E) -> Option<Message> + 'static) -> Callback<E> {
    let link = link.clone();
    Callback::from(move |event| send(&link, listen(event)))
}

fn send(link: &Scope<Root>, message: Option<Message>) {
    if let Some(message) = message {
        link.send_message(message);
    }
}

impl Root {
    pub(super) fn happen(&mut self, ctx: &Context<Self>, event: Event) {
        let state = std::mem::replace(&mut self.state, State::Trouble);
        match begin(state, event, &BrowserChecks) {
            Ok((state, effects)) => {
                self.state = state;
                for effect in effects {
                    self.perform(ctx, effect);
                }
            }
            Err((state, event)) => {
                self.state = state;
                self.hand_on(ctx, Message::Happened(event));
            }
        }
    }

    /// What the rest of the program does; it is fetched where it is not there.
    fn hand_on(&mut self, ctx: &Context<Self>, message: Message) {
        if let Some(later) = later::here() {
            (later.update)(self, ctx, message);
        } else {
            self.window.waiting.push(message);
            later::fetch();
        }
    }

    /// The rest of the program is here, or could not be had.
    fn go_on(&mut self, ctx: &Context<Self>) {
        let waiting = std::mem::take(&mut self.window.waiting);
        match later::here() {
            Some(later) => {
                (later.wake)(self, ctx);
                for message in waiting {
                    (later.update)(self, ctx, message);
                }
            }
            None => {
                for message in waiting {
                    self.miss(ctx, message);
                }
            }
        }
    }

    /// What the payer did is answered all the same. Everything else waits until it is tried again.
    fn miss(&mut self, ctx: &Context<Self>, message: Message) {
        let answer = match message {
            Message::Happened(Event::ConfirmAnswered(answer)) => Some(answer),
            Message::Happened(Event::CancelPressed) | Message::LanguageWanted(_) => None,
            message => return self.window.waiting.push(message),
        };
        for effect in miss(&mut self.state, answer) {
            self.perform(ctx, effect);
        }
    }

    pub(super) fn perform(&mut self, ctx: &Context<Self>, effect: Effect) {
        if let Some(asked) = self.asked() {
            perform::perform(&mut self.window, ctx.link(), &asked, effect);
        }
    }

    /// The program is there: it listens to the server and to the merchant's page.
    fn wake(&mut self, ctx: &Context<Self>) {
        let State::Checkout(checkout) = &self.state else {
            return;
        };
        let view = &checkout.view;
        if let Some(left) = chance::milliseconds_until(&view.expires_at) {
            let over = ctx.link().callback(|()| Message::Happened(Event::TimeIsUp));
            self.window
                .timers
                .push(Timeout::new(left.saturating_add(1_000), move || {
                    over.emit(());
                }));
        }
        let locked = view.locked;
        self.window.returns = listen::returns(ctx.link());
        self.open_stream(ctx);
        if later::here().is_some() {
            self.go_on(ctx);
        } else if bridge::is_asked() {
            self.hand_on(ctx, Message::LaterWanted);
        }
        if locked {
            self.happen(ctx, Event::LookDue);
        }
        self.follow_early_country(ctx);
    }

    /// The country may have been chosen before the program was there.
    fn follow_early_country(&mut self, ctx: &Context<Self>) {
        let name = field::COUNTRY.to_owned();
        if let State::Checkout(checkout) = &self.state
            && let Stage::Editing(form) = &checkout.stage
            && let Some(text) = form.values.get(&name).cloned()
        {
            self.happen(ctx, Event::FieldEdited { name, text });
        }
    }

    pub(super) fn open_stream(&mut self, ctx: &Context<Self>) {
        if let Some(asked) = self.asked().filter(|_| !self.is_over()) {
            self.window.stream =
                Stream::open(&asked.session, &ctx.link().callback(|message| message));
        }
    }

    pub(super) fn is_over(&self) -> bool {
        match &self.state {
            State::Checkout(checkout) => matches!(
                checkout.stage,
                Stage::Paid | Stage::Expired | Stage::Cancelled
            ),
            State::NotFound | State::Trouble => true,
        }
    }

    pub(super) fn asked(&self) -> Option<Asked> {
        let State::Checkout(checkout) = &self.state else {
            return None;
        };
        Some(Asked {
            session: checkout.view.id.clone(),
            locale: self.locale.clone(),
            ui: self.window.ui,
            theme: self.window.theme,
        })
    }
}
