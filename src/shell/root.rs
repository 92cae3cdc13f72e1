//! The root component: one state, one place where it changes.

use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use kassa_wire::embed::{FrameMessage, HostMessage};
use kassa_wire::page::{Page, Theme, Ui};
use kassa_wire::payer::field;
use kassa_wire::view::SessionView;
use web_sys::HtmlElement;
use yew::html::Scope;
use yew::{Callback, Component, Context, Html, Properties};

use super::checks::BrowserChecks;
use super::message::{Message, Request};
use super::perform::Task;
use super::stream::Stream;
use super::words::Words;
use super::{chance, dom, listen, perform, screens};
use crate::api::Asked;
use crate::bridge::Bridge;
use crate::checkout::{
    Consent, Early, Event, Failure, Stage, State, Verdict, name_countries, open, step,
};
use crate::i18n::{Catalogue, Key};

/// How long to wait before a broken stream is opened again, in milliseconds.
const REOPEN_AFTER_MS: u32 = 5_000;

/// What the root component is made from: the same on the server and in the browser, except for
/// what was typed early.
#[derive(Clone, Debug, Properties)]
pub struct RootProps {
    /// The page.
    pub page: Rc<Page>,
    /// Its language's.
    pub words: Words,
    /// What was typed before the program was there; nothing on the server.
    #[prop_or_default]
    pub early: Rc<Early>,
}

/// The same page is the same value: nothing ever changes one.
impl PartialEq for RootProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.page, &other.page) && Rc::ptr_eq(&self.early, &other.early)
    }
}

/// What the shell holds of the browser.
#[derive(Debug)]
pub(super) struct Window {
    pub(super) ui: Ui,
    theme: Theme,
    pub(super) focus_next: Option<&'static str>,
    pub(super) saying: Option<Key>,
    caret_next: Option<usize>,
    /// What has the focus while fields move: a field that is moved loses it.
    held: Option<HtmlElement>,
    bridge: Option<Bridge>,
    stream: Option<Stream>,
    timers: Vec<Timeout>,
    pub(super) next_look: Option<Timeout>,
    pub(super) host_limit: Option<Timeout>,
    returns: Vec<EventListener>,
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
    state: State,
    catalogue: Catalogue,
    locale: String,
    window: Window,
}

impl Component for Root {
    type Message = Message;
    type Properties = RootProps;

    fn create(ctx: &Context<Self>) -> Self {
        let RootProps { page, words, early } = ctx.props();
        let window = Window {
            ui: page.ui,
            theme: page.theme,
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
        };
        Self {
            state: open(page, &words.countries, early),
            catalogue: words.catalogue.clone(),
            locale: page.locale.clone(),
            window,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        if dom::is_given_up() {
            return false;
        }
        match message {
            Message::Happened(event) => {
                if matches!(event, Event::FieldsArrived(_)) {
                    self.window.held = dom::focused();
                }
                self.happen(ctx, event);
            }
            Message::CardTyped(event, caret) => {
                self.window.caret_next = Some(caret);
                self.happen(ctx, event);
            }
            Message::LanguageWanted(locale) => self.ask_for_language(ctx, locale),
            Message::LanguageArrived(translation) => {
                self.change_language(ctx, translation.map(|it| *it));
            }
            Message::Asked(asked) => self.answer_host(ctx, asked),
            Message::HostServed(request, answer) => self.host_served(ctx, request, answer),
            Message::StreamBroke => self.reopen_stream(ctx),
            Message::StreamDue => self.open_stream(ctx),
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let link = ctx.link();
        let stage_retries = matches!(&self.state, State::Checkout(checkout) if matches!(checkout.stage, Stage::Unanswered(_)));
        let screen = screens::Screen {
            text: &self.catalogue,
            page: &ctx.props().page,
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
    fn happen(&mut self, ctx: &Context<Self>, event: Event) {
        let state = std::mem::replace(&mut self.state, State::Trouble);
        let (state, effects) = step(state, event, &BrowserChecks);
        self.state = state;
        if let Some(asked) = self.asked() {
            for effect in effects {
                perform::perform(&mut self.window, ctx.link(), asked.clone(), effect);
            }
        }
        if self.is_over() {
            self.window.stream = None;
            self.window.next_look = None;
        }
    }

    /// The program is there: it listens to the server and to the merchant's page.
    fn wake(&mut self, ctx: &Context<Self>) {
        let State::Checkout(checkout) = &self.state else {
            return;
        };
        let view = &checkout.view;
        let ask = ctx.link().callback(Message::Asked);
        self.window.bridge =
            Bridge::connect(&view.id, &view.origins, move |message| ask.emit(message));
        self.window.tell(&FrameMessage::Ready);
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

    fn open_stream(&mut self, ctx: &Context<Self>) {
        if let Some(asked) = self.asked().filter(|_| !self.is_over()) {
            self.window.stream =
                Stream::open(&asked.session, &ctx.link().callback(|message| message));
        }
    }

    fn reopen_stream(&mut self, ctx: &Context<Self>) {
        self.window.stream = None;
        let due = ctx.link().callback(|()| Message::StreamDue);
        self.window
            .timers
            .push(Timeout::new(REOPEN_AFTER_MS, move || due.emit(())));
    }

    fn is_over(&self) -> bool {
        match &self.state {
            State::Checkout(checkout) => matches!(
                checkout.stage,
                Stage::Paid | Stage::Expired | Stage::Cancelled
            ),
            State::NotFound | State::Trouble => true,
        }
    }

    fn asked(&self) -> Option<Asked> {
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

    fn ask_for_language(&mut self, ctx: &Context<Self>, locale: String) {
        let offered = ctx
            .props()
            .words
            .locales
            .iter()
            .any(|known| known.code == locale);
        if let Some(asked) = self.asked().filter(|_| offered && locale != self.locale) {
            perform::later(ctx.link(), Task::Translate(Asked { locale, ..asked }));
        }
    }

    fn change_language(
        &mut self,
        ctx: &Context<Self>,
        translation: Result<super::message::Translation, Failure>,
    ) {
        let Ok((locale, mut view, texts)) = translation else {
            return self.happen(ctx, Event::LanguageFailed);
        };
        let direction = if texts.rtl { "rtl" } else { "ltr" };
        let words = Words::from(texts);
        name_countries(&mut view, &words.countries);
        self.catalogue = words.catalogue;
        self.window.saying = Some(Key::SayLanguage);
        self.window.tell(&FrameMessage::Locale {
            locale: locale.clone(),
        });
        if let Some(root) = dom::document().and_then(|document| document.document_element()) {
            let _ = root.set_attribute("lang", &locale);
            let _ = root.set_attribute("dir", direction);
        }
        self.locale = locale;
        self.happen(ctx, Event::ViewArrived(view));
    }

    fn answer_host(&mut self, ctx: &Context<Self>, message: HostMessage) {
        match message {
            HostMessage::Hello => self.window.tell(&FrameMessage::Ready),
            HostMessage::SetLocale { locale } => self.ask_for_language(ctx, locale),
            HostMessage::Refresh => self.serve_host(ctx, Request::Refresh),
            HostMessage::Lock => self.serve_host(ctx, Request::Lock),
            HostMessage::SetValidate { validate } => {
                let consent = if validate {
                    Consent::Wanted
                } else {
                    Consent::NotWanted
                };
                self.happen(ctx, Event::ConsentWished(consent));
            }
            HostMessage::Agree { attempt: key } => {
                let verdict = Verdict::Agreed;
                self.happen(ctx, Event::HostAnswered { key, verdict });
            }
            HostMessage::Refuse { attempt: key } => {
                let verdict = Verdict::Refused;
                self.happen(ctx, Event::HostAnswered { key, verdict });
            }
        }
    }

    fn serve_host(&self, ctx: &Context<Self>, request: Request) {
        if let Some(asked) = self.asked() {
            perform::later(ctx.link(), Task::Serve(request, asked));
        }
    }

    fn host_served(
        &mut self,
        ctx: &Context<Self>,
        request: Request,
        answer: Result<Box<SessionView>, Failure>,
    ) {
        let told = match (request, &answer) {
            (Request::Refresh, Ok(_)) => FrameMessage::Updated,
            (Request::Refresh, Err(Failure::Unanswered | Failure::Later(_))) => {
                let code = "network".to_owned();
                FrameMessage::Error { code }
            }
            (Request::Refresh, Err(Failure::Refused(..))) => FrameMessage::NotFound,
            (Request::Lock, Ok(_)) => FrameMessage::Locked,
            (Request::Lock, Err(_)) => FrameMessage::LockFailed,
        };
        self.happen(
            ctx,
            answer.map_or_else(Event::ViewFailed, Event::ViewArrived),
        );
        self.window.tell(&told);
    }
}
