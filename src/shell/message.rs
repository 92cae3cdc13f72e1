//! What the shell hears, from the payer, the server and the merchant's page.

use kassa_wire::embed::HostMessage;
use kassa_wire::page::Texts;
use kassa_wire::view::SessionView;

use crate::api::{self, AskView, Asked};
use crate::checkout::{Event, Failure};

/// A language's texts, and the session in it.
pub(super) type Translation = (String, Box<SessionView>, Texts);

/// What the merchant's page asks of the server, through the frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Request {
    /// To read the session again.
    Refresh,
    /// To lock it.
    Lock,
}

impl Request {
    /// What the server is asked.
    pub(super) fn question(self, asked: &Asked) -> AskView {
        match self {
            Self::Refresh => api::get_view(asked),
            Self::Lock => api::post_lock(asked),
        }
    }
}

/// What the shell hears.
#[derive(Debug)]
pub enum Message {
    /// Something that `checkout` decides on.
    Happened(Event),
    /// A card's number or expiry date was typed and is to be shown in another way: its new text, and
    /// where the caret belongs in it.
    CardTyped(Event, usize),
    /// Another language is wanted.
    LanguageWanted(String),
    /// It is here.
    LanguageArrived(Result<Box<Translation>, Failure>),
    /// The merchant's page asks.
    Asked(HostMessage),
    /// What the merchant's page asked of the server was answered.
    HostServed(Request, Result<Box<SessionView>, Failure>),
    /// The merchant's page has asked something, so that the rest of the program is wanted.
    LaterWanted,
    /// The rest of the program is here, or could not be had.
    LaterCame,
    /// The server's stream of changes broke.
    StreamBroke,
    /// It is time to open it again.
    StreamDue,
}
