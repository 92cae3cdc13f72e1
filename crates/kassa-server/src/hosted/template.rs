//! The built page with its gaps, and what fills them.

use super::policy::Policy;

/// A gap of `index.html`. Each is there exactly once; in which order, whoever built the page
/// decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gap {
    Lang,
    Dir,
    Ui,
    Theme,
    Title,
    /// The end of the head. It stays: what an account changes of the styles goes before it.
    HeadEnd,
    Body,
    Data,
    Texts,
}

/// It is there in every build: without it there is no place for a brand.
const HEAD_END: &str = "</head>";

impl Gap {
    const ALL: [Self; 9] = [
        Self::Lang,
        Self::Dir,
        Self::Ui,
        Self::Theme,
        Self::Title,
        Self::HeadEnd,
        Self::Body,
        Self::Data,
        Self::Texts,
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::Lang => "__KASSA_LANG__",
            Self::Dir => "__KASSA_DIR__",
            Self::Ui => "__KASSA_UI__",
            Self::Theme => "__KASSA_THEME__",
            Self::Title => "__KASSA_TITLE__",
            Self::HeadEnd => HEAD_END,
            Self::Body => "__KASSA_BODY__",
            Self::Data => "__KASSA_DATA__",
            Self::Texts => "__KASSA_TEXTS__",
        }
    }

    /// Where the gap stands, if it stands there once.
    fn place(self, html: &str) -> Result<usize, TemplateError> {
        let mut places = html.match_indices(self.name()).map(|(place, _)| place);
        match (places.next(), places.next()) {
            (Some(place), None) => Ok(place),
            (None, _) | (Some(_), Some(_)) => Err(TemplateError::Gap { gap: self.name() }),
        }
    }
}

/// The built page, cut at its gaps once, at the start.
#[derive(Clone, Debug)]
pub struct Template {
    /// What stands before each gap, in the page's order.
    pieces: Vec<(String, Gap)>,
    rest: String,
    policy: Policy,
}

/// Why a file is not the page that was built.
#[derive(Debug, thiserror::Error)]
pub enum TemplateError {
    /// A gap is not there, or there twice.
    #[error("the page has to have {gap} exactly once")]
    Gap {
        /// Which.
        gap: &'static str,
    },
}

/// What fills the gaps. The body, the data and the style are HTML, JSON and
/// CSS already, the others plain text.
#[derive(Clone, Debug)]
pub(super) struct Filling<'a> {
    pub(super) lang: &'a str,
    pub(super) dir: &'a str,
    pub(super) ui: &'a str,
    pub(super) theme: &'a str,
    pub(super) title: &'a str,
    /// What the account changes of the page's styles, if anything.
    pub(super) style: Option<&'a str>,
    pub(super) body: &'a str,
    pub(super) data: &'a str,
    pub(super) texts: &'a str,
}

impl Template {
    /// Cuts a page at its gaps.
    ///
    /// # Errors
    /// [`TemplateError::Gap`] for the first gap that is not there exactly once.
    pub fn parse(html: &str) -> Result<Self, TemplateError> {
        let mut places = Vec::with_capacity(Gap::ALL.len());
        for gap in Gap::ALL {
            places.push((gap.place(html)?, gap));
        }
        places.sort_by_key(|(place, _)| *place);
        let mut pieces = Vec::with_capacity(places.len());
        let mut rest = html;
        for (_, gap) in places {
            let (before, after) = rest.split_once(gap.name()).unwrap_or((rest, ""));
            pieces.push((before.to_owned(), gap));
            rest = after;
        }
        Ok(Self {
            pieces,
            rest: rest.to_owned(),
            policy: Policy::of(html),
        })
    }

    /// The page with its gaps filled. What fills one is never looked through for another.
    pub(super) fn fill(&self, filling: &Filling<'_>) -> String {
        let (title, data) = (escape(filling.title), escape_data(filling.data));
        let head_end = filling.style.map_or_else(
            || HEAD_END.to_owned(),
            |style| format!("<style>{style}</style>{HEAD_END}"),
        );
        let mut page = String::with_capacity(self.rest.len() + filling.body.len() + data.len());
        for (before, gap) in &self.pieces {
            page.push_str(before);
            page.push_str(match gap {
                Gap::Lang => filling.lang,
                Gap::Dir => filling.dir,
                Gap::Ui => filling.ui,
                Gap::Theme => filling.theme,
                Gap::Title => &title,
                Gap::HeadEnd => &head_end,
                Gap::Body => filling.body,
                Gap::Data => &data,
                Gap::Texts => filling.texts,
            });
        }
        page + &self.rest
    }

    /// What this page may load and run.
    pub(super) const fn policy(&self) -> &Policy {
        &self.policy
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// JSON inside a script element: without `<` nothing in it can end the element or begin a comment.
fn escape_data(json: &str) -> String {
    json.replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<html data-ui=\"__KASSA_UI__\" data-theme=\"__KASSA_THEME__\" \
        lang=\"__KASSA_LANG__\" dir=\"__KASSA_DIR__\"><title>__KASSA_TITLE__</title></head><div>__KASSA_BODY__</div><script>__KASSA_DATA__</script>\
        <link href=\"__KASSA_TEXTS__\" /></html>";

    #[test]
    fn every_gap_is_filled_with_its_own_text() {
        let filling = Filling {
            lang: "es",
            dir: "ltr",
            ui: "inline",
            theme: "dark",
            title: "Pay </title> \"you\" & me",
            style: Some(":root{}"),
            body: "<p>__KASSA_DATA__</p>",
            data: r#"{"a":"</script><!--"}"#,
            texts: "/texts",
        };
        let page = Template::parse(PAGE).unwrap().fill(&filling);
        assert_eq!(
            page,
            "<html data-ui=\"inline\" data-theme=\"dark\" lang=\"es\" dir=\"ltr\"><title>Pay &lt;/title&gt; &quot;you&quot; &amp; me\
             </title><style>:root{}</style></head><div><p>__KASSA_DATA__</p></div>\
             <script>{\"a\":\"\\u003c/script>\\u003c!--\"}</script><link href=\"/texts\" /></html>"
        );
    }

    #[test]
    fn whoever_built_the_page_may_have_moved_its_attributes() {
        let built = "<html data-ui=__KASSA_UI__ data-theme=__KASSA_THEME__ lang=__KASSA_LANG__ dir=__KASSA_DIR__>__KASSA_TITLE__</head>\
            __KASSA_BODY__<script>__KASSA_DATA__</script><link href=__KASSA_TEXTS__>";
        let filling = Filling {
            lang: "es",
            dir: "ltr",
            ui: "hosted",
            theme: "auto",
            title: "T",
            style: None,
            body: "B",
            data: "{}",
            texts: "/texts",
        };
        let page = Template::parse(built).unwrap().fill(&filling);
        assert_eq!(
            page,
            "<html data-ui=hosted data-theme=auto lang=es dir=ltr>T</head>B<script>{}</script><link href=/texts>"
        );
    }

    #[test]
    fn a_page_without_a_gap_or_with_one_twice_is_no_template() {
        for gap in Gap::ALL.map(Gap::name) {
            assert!(
                Template::parse(&PAGE.replace(gap, "")).is_err(),
                "{gap} missing"
            );
            let twice = PAGE.replace(gap, &format!("{gap}{gap}"));
            assert!(Template::parse(&twice).is_err(), "{gap} twice");
        }
    }
}
