//! The pages that are measured: every way to a checkout, each beside the same way to a plain form.

/// One kind of page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum PageKind {
    /// A plain HTML page with the same form.
    Static,
    /// Kassa's hosted page.
    Hosted,
    /// A shop's page with the plain form in a frame.
    StaticFrame,
    /// A shop's page with Kassa in a frame, without any script of ours.
    BareFrame,
    /// A shop's page with a script that adds a frame with the plain form.
    LoaderAndStatic,
    /// A shop's page with Kassa's element.
    ScriptTag,
    /// A shop's page whose own script has ours inside and calls `Kassa.embed()`.
    Bundled,
    /// A shop's page with a link to the plain form.
    StaticLink,
    /// A shop's page whose press leads to Kassa's.
    Redirect,
    /// A shop's page that opens a dialog with the plain form in a frame.
    StaticDialog,
    /// A shop's page that opens Kassa's overlay.
    Overlay,
    /// A shop's page that opens the plain form in a window.
    StaticWindow,
    /// A shop's page that opens Kassa in a window.
    Popup,
    /// A shop's page with adyen-web's card, with the holder's name and address.
    Adyen,
    /// A shop's page with Braintree's drop-in, with the holder's name.
    Braintree,
}

impl PageKind {
    /// In the order in which one round visits them: who is compared is next to each other.
    pub(crate) const ALL: [Self; 15] = [
        Self::Static,
        Self::Hosted,
        Self::StaticFrame,
        Self::BareFrame,
        Self::LoaderAndStatic,
        Self::ScriptTag,
        Self::Bundled,
        Self::StaticLink,
        Self::Redirect,
        Self::StaticDialog,
        Self::Overlay,
        Self::StaticWindow,
        Self::Popup,
        Self::Adyen,
        Self::Braintree,
    ];

    /// What the results call it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Static => "static form",
            Self::Hosted => "hosted",
            Self::StaticFrame => "static form in a frame",
            Self::BareFrame => "bare frame",
            Self::LoaderAndStatic => "loader and static form",
            Self::ScriptTag => "script tag",
            Self::Bundled => "bundled script",
            Self::StaticLink => "press to static form",
            Self::Redirect => "press to redirect",
            Self::StaticDialog => "press to static form in a dialog",
            Self::Overlay => "press to overlay",
            Self::StaticWindow => "press to static form in a window",
            Self::Popup => "press to popup",
            Self::Adyen => "adyen-web, card with name and address",
            Self::Braintree => "braintree drop-in, card with name",
        }
    }

    /// Whether our program takes the page over.
    pub(crate) fn hydrates(self) -> bool {
        match self {
            Self::Hosted
            | Self::BareFrame
            | Self::ScriptTag
            | Self::Bundled
            | Self::Redirect
            | Self::Overlay
            | Self::Popup => true,
            Self::Static
            | Self::StaticFrame
            | Self::LoaderAndStatic
            | Self::StaticLink
            | Self::StaticDialog
            | Self::StaticWindow
            | Self::Adyen
            | Self::Braintree => false,
        }
    }
}

/// How a payer gets to the form, which is also where the time begins.
#[derive(Clone, Debug)]
pub(crate) enum Way {
    /// The address is opened: from the navigation's start.
    Opened,
    /// The shop's page is there and quiet, and its button is pressed: from the press.
    Pressed,
    /// The same, and the form comes into the window of this name.
    PressedForWindow(String),
}

/// A page and how it is come to.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// What it is.
    pub(crate) kind: PageKind,
    /// Where a visit begins.
    pub(crate) url: String,
    /// How it goes on.
    pub(crate) way: Way,
}
