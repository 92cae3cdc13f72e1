//! The pages that are measured.

/// One kind of page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum PageKind {
    /// A plain HTML page with the same form.
    Static,
    /// Kassa's hosted page.
    Hosted,
    /// A shop's page with a script that adds a frame with the plain form.
    LoaderAndStatic,
    /// A shop's page with Kassa's element.
    ScriptTag,
}

impl PageKind {
    /// In the order in which one round visits them.
    pub(crate) const ALL: [Self; 4] = [
        Self::Static,
        Self::Hosted,
        Self::LoaderAndStatic,
        Self::ScriptTag,
    ];

    /// What the results call it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Static => "static form",
            Self::Hosted => "hosted",
            Self::LoaderAndStatic => "loader and static form",
            Self::ScriptTag => "script tag",
        }
    }

    /// Whether a program takes the page over.
    pub(crate) fn hydrates(self) -> bool {
        match self {
            Self::Static | Self::LoaderAndStatic => false,
            Self::Hosted | Self::ScriptTag => true,
        }
    }
}

/// Where they are.
#[derive(Clone, Debug)]
pub(crate) struct Pages {
    /// A plain HTML page with the same form.
    pub(crate) static_form: String,
    /// Kassa's hosted page.
    pub(crate) hosted: String,
    /// A shop's page with a script that adds a frame with the plain form.
    pub(crate) loader: String,
    /// A shop's page with Kassa's element.
    pub(crate) script_tag: String,
}

impl Pages {
    /// The address of one.
    pub(crate) fn url(&self, kind: PageKind) -> &str {
        match kind {
            PageKind::Static => &self.static_form,
            PageKind::Hosted => &self.hosted,
            PageKind::LoaderAndStatic => &self.loader,
            PageKind::ScriptTag => &self.script_tag,
        }
    }
}
