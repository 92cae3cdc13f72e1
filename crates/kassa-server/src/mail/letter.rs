//! What is written to a payer.

use std::fmt;

use maud::{DOCTYPE, html};

use crate::domain::{Checkout, EmailAddress, InvitationId};
use crate::words::{LetterWords, Locale, Words, amount, filled, moment};

/// A letter. Prints its id alone: the rest is the payer's.
#[derive(Clone, PartialEq, Eq)]
pub struct Letter {
    /// Names it for mail servers, so that what is sent twice is known for the same letter.
    pub id: String,
    /// Where it goes.
    pub to: EmailAddress,
    /// BCP 47.
    pub language: &'static str,
    /// One line.
    pub subject: String,
    /// The letter for those who read plain text.
    pub text: String,
    /// The same as HTML. Nothing in it is fetched from anywhere.
    pub html: String,
}

impl fmt::Debug for Letter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Letter")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

/// The letter that brings a payer their link, in their session's language.
#[must_use]
pub fn invitation_letter(
    (id, to): (&InvitationId, EmailAddress),
    checkout: &Checkout,
    url: &str,
    words: &Words,
) -> Letter {
    let session = &checkout.session;
    let locale = Locale::negotiate(session.details.locale.as_deref());
    let (total, expires) = (
        amount(session.amount, locale),
        moment(session.expires_at, locale),
    );
    let recipient = one_line(&checkout.recipient.name);
    let said = words.letters(locale);
    let fill = |sentence: &str| {
        let order = checkout.order.number.as_str();
        let values = [
            ("recipient", recipient.as_str()),
            ("amount", &total),
            ("order", order),
            ("expires", &expires),
        ];
        filled(sentence, &values)
    };
    let said = LetterWords {
        subject: fill(&said.subject),
        opening: fill(&said.opening),
        order: fill(&said.order),
        expires: fill(&said.expires),
        ..said.clone()
    };
    let about = about(checkout);
    Letter {
        id: id.0.clone(),
        to,
        language: locale.code(),
        text: as_text(&said, about.as_deref(), url),
        html: as_html(&said, about.as_deref(), (url, locale.code())),
        subject: said.subject,
    }
}

/// What the merchant says it is for.
fn about(checkout: &Checkout) -> Option<String> {
    let described = checkout.session.details.description.as_ref();
    let described = described.or(checkout.order.description.as_ref());
    described.map(|text| one_line(text))
}

/// A line that stays one, whatever is in it.
fn one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

fn as_text(said: &LetterWords, about: Option<&str>, url: &str) -> String {
    let about = about.map(|about| format!("{about}\n")).unwrap_or_default();
    let LetterWords {
        opening,
        order,
        button,
        expires,
        unexpected,
        ..
    } = said;
    format!("{opening}\n\n{about}{order}\n\n{button}:\n{url}\n\n{expires}\n\n{unexpected}\n")
}

/// Styles are written on the elements: many mail programs read nothing else.
fn as_html(said: &LetterWords, about: Option<&str>, (url, language): (&str, &str)) -> String {
    let page = "margin:0;padding:24px;background:#f6f5f2;color:#1b1d1c;\
        font:16px/1.5 system-ui,-apple-system,sans-serif";
    let card = "max-width:30rem;margin:0 auto;padding:24px;background:#fff;\
        border:1px solid #dcdad4;border-radius:8px";
    let button = "display:inline-block;padding:12px 20px;background:#0b5d4e;color:#fff;\
        border-radius:8px;text-decoration:none;font-weight:600";
    let small = "color:#5b5f5c;font-size:14px";
    html! {
        (DOCTYPE)
        html lang=(language) {
            head { meta charset="utf-8"; title { (said.subject) } }
            body style=(page) {
                div style=(card) {
                    p { (said.opening) }
                    p style=(small) {
                        @if let Some(about) = about { (about) br; }
                        (said.order)
                    }
                    p { a style=(button) href=(url) { (said.button) } }
                    p style=(small) { (said.expires) }
                    p style=(small) { (said.unexpected) }
                }
            }
        }
    }
    .into_string()
}
