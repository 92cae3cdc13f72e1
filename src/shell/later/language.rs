//! Another language, while everything that was typed stays.

use kassa_wire::embed::FrameMessage;
use yew::Context;
use yew::html::Scope;

use super::happen;
use crate::api::{self, Asked};
use crate::checkout::{Event, Failure, name_countries};
use crate::i18n::Key;
use crate::shell::message::{Message, Translation};
use crate::shell::root::Root;
use crate::shell::{Words, dom};

/// Asks for it, where it is offered.
pub(super) fn ask(root: &Root, ctx: &Context<Root>, locale: String) {
    let known = &ctx.props().words.locales;
    let offered = known.iter().any(|known| known.code == locale);
    if let Some(asked) = root.asked().filter(|_| offered && locale != root.locale) {
        fetch(ctx.link().clone(), Asked { locale, ..asked });
    }
}

/// Reads the texts and the session in the wanted language.
fn fetch(scope: Scope<Root>, wanted: Asked) {
    let address = ["/api/catalogues/", &wanted.locale].concat();
    api::get_texts(address).ask(move |texts| match texts {
        Ok(texts) => api::get_view(&wanted).ask(move |view| {
            let all = view.map(|view| Box::new((wanted.locale, view, texts)));
            scope.send_message(Message::LanguageArrived(all));
        }),
        Err(failure) => scope.send_message(Message::LanguageArrived(Err(failure))),
    });
}

/// It is here.
pub(super) fn change(
    root: &mut Root,
    ctx: &Context<Root>,
    translation: Result<Translation, Failure>,
) {
    let Ok((locale, mut view, texts)) = translation else {
        return happen::happen(root, ctx, Event::LanguageFailed);
    };
    let direction = if texts.rtl { "rtl" } else { "ltr" };
    let words = Words::from(texts);
    name_countries(&mut view.fields, &words.countries);
    root.catalogue = words.catalogue;
    root.window.saying = Some(Key::SayLanguage);
    root.window.tell(&FrameMessage::Locale {
        locale: locale.clone(),
    });
    if let Some(html) = dom::document().and_then(|document| document.document_element()) {
        let _ = html.set_attribute("lang", &locale);
        let _ = html.set_attribute("dir", direction);
    }
    root.locale = locale;
    happen::happen(root, ctx, Event::ViewArrived(view));
}
