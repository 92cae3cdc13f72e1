//! What is typed into.

use crate::bench::payer::{CARD_NUMBER, FIRST_NAME};

/// A field that keys are pressed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Surface {
    /// A plain HTML page's.
    Plain,
    /// One of the payer's information.
    Information,
    /// The card's number, which is grouped while it is typed.
    Card,
}

impl Surface {
    /// In the order in which they are measured.
    pub(crate) const ALL: [Self; 3] = [Self::Plain, Self::Information, Self::Card];

    /// What the results call it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Plain => "a plain field",
            Self::Information => "the payer's information",
            Self::Card => "the card's number",
        }
    }

    /// Where it is.
    pub(super) fn css(self) -> &'static str {
        match self {
            Self::Plain | Self::Information => FIRST_NAME,
            Self::Card => CARD_NUMBER,
        }
    }

    /// What is typed, again and again, each time over what was there.
    pub(super) fn text(self) -> &'static str {
        match self {
            Self::Plain | Self::Information => "Amina Wilhelmina",
            Self::Card => "4242424242424242",
        }
    }

    /// Whether signs are shown in groups of four.
    pub(super) fn groups(self) -> bool {
        match self {
            Self::Plain | Self::Information => false,
            Self::Card => true,
        }
    }
}
