//! The built page with its gaps, and what fills them.

use std::path::{Path, PathBuf};

use super::policy::Policy;

/// The gaps of `index.html`, each exactly once, in the order in which they stand: Trunk sorts a
/// tag's attributes when it makes the page smaller.
const GAPS: [&str; 5] = [
    "__KASSA_UI__",
    "__KASSA_LANG__",
    "__KASSA_TITLE__",
    "__KASSA_BODY__",
    "__KASSA_DATA__",
];

/// The built page, cut at its gaps once, at the start.
#[derive(Clone, Debug)]
pub struct Template {
    pieces: Vec<String>,
    policy: Policy,
}

/// Why a file is not the page that was built.
#[derive(Debug, thiserror::Error)]
pub enum TemplateError {
    /// It cannot be read.
    #[error("{path} could not be read", path = path.display())]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// A gap is not there, not in its place, or there twice.
    #[error("the page has to have {gap} exactly once and in its place")]
    Gap {
        /// Which.
        gap: &'static str,
    },
}

/// What fills the gaps. The body and the data are HTML and JSON already, the others plain text.
#[derive(Clone, Debug)]
pub(super) struct Filling<'a> {
    pub(super) lang: &'a str,
    pub(super) ui: &'a str,
    pub(super) title: &'a str,
    pub(super) body: &'a str,
    pub(super) data: &'a str,
}

impl Template {
    /// Reads `index.html` of the folder that the widget was built into.
    ///
    /// # Errors
    /// [`TemplateError`] where there is none, or where it is not the page that was built.
    pub fn load(assets: &Path) -> Result<Self, TemplateError> {
        let path = assets.join("index.html");
        match std::fs::read_to_string(&path) {
            Ok(html) => Self::parse(&html),
            Err(source) => Err(TemplateError::Unreadable { path, source }),
        }
    }

    /// Cuts a page at its gaps.
    ///
    /// # Errors
    /// [`TemplateError::Gap`] for the first gap that is not there exactly once and in its place.
    pub fn parse(html: &str) -> Result<Self, TemplateError> {
        let mut pieces = Vec::with_capacity(GAPS.len() + 1);
        let mut rest = html;
        for gap in GAPS {
            let (before, after) = rest.split_once(gap).ok_or(TemplateError::Gap { gap })?;
            pieces.push(before.to_owned());
            rest = after;
        }
        pieces.push(rest.to_owned());
        let twice = GAPS
            .into_iter()
            .find(|gap| pieces.iter().any(|piece| piece.contains(gap)));
        match twice {
            Some(gap) => Err(TemplateError::Gap { gap }),
            None => Ok(Self {
                pieces,
                policy: Policy::of(html),
            }),
        }
    }

    /// The page with its gaps filled. What fills one is never looked through for another.
    pub(super) fn fill(&self, filling: &Filling<'_>) -> String {
        let title = escape(filling.title);
        let data = escape_data(filling.data);
        let texts = [
            filling.ui,
            filling.lang,
            title.as_str(),
            filling.body,
            data.as_str(),
            "",
        ];
        self.pieces
            .iter()
            .zip(texts)
            .flat_map(|(piece, text)| [piece.as_str(), text])
            .collect()
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

    const PAGE: &str = "<html data-ui=\"__KASSA_UI__\" lang=\"__KASSA_LANG__\"><title>__KASSA_TITLE__\
        </title><div>__KASSA_BODY__</div><script>__KASSA_DATA__</script></html>";

    #[test]
    fn every_gap_is_filled_with_its_own_text() {
        let filling = Filling {
            lang: "es",
            ui: "inline",
            title: "Pay </title> \"you\" & me",
            body: "<p>__KASSA_DATA__</p>",
            data: r#"{"a":"</script><!--"}"#,
        };
        let page = Template::parse(PAGE).unwrap().fill(&filling);
        assert_eq!(
            page,
            "<html data-ui=\"inline\" lang=\"es\"><title>Pay &lt;/title&gt; &quot;you&quot; &amp; me\
             </title><div><p>__KASSA_DATA__</p></div>\
             <script>{\"a\":\"\\u003c/script>\\u003c!--\"}</script></html>"
        );
    }

    #[test]
    fn a_page_without_a_gap_or_with_one_twice_is_no_template() {
        for gap in GAPS {
            assert!(
                Template::parse(&PAGE.replace(gap, "")).is_err(),
                "{gap} missing"
            );
            let twice = PAGE.replace(gap, &format!("{gap}{gap}"));
            assert!(Template::parse(&twice).is_err(), "{gap} twice");
        }
    }

    #[test]
    fn a_folder_without_a_page_is_an_error_at_the_start() {
        let folder = tempfile::tempdir().unwrap();
        assert!(matches!(
            Template::load(folder.path()),
            Err(TemplateError::Unreadable { .. })
        ));
    }
}
