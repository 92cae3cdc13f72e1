//! What a payer's page may load and run, and who may frame it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::domain::Origin;

/// The content security policy of a page, all but what is this page's own. Inline scripts and styles are
/// named by their hashes: the page is the same for everybody, so nothing has to be drawn for each.
#[derive(Clone, Debug)]
pub(super) struct Policy(String);

/// What one page may beyond the others.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Own<'a> {
    /// Who may frame it.
    pub(super) framed_by: &'a [Origin],
    /// Whom it may ask beside this server.
    pub(super) tokenizers: &'a [&'a str],
    /// What its account changes of the styles.
    pub(super) style: Option<&'a str>,
}

impl Policy {
    /// The policy for a page, from the scripts and styles that it holds.
    pub(super) fn of(html: &str) -> Self {
        let scripts: String = inline(html, "script")
            .filter(runs)
            .map(|found| hash(found.text))
            .collect();
        let styles: String = inline(html, "style")
            .map(|found| hash(found.text))
            .collect();
        Self(format!(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; \
             img-src 'self' data:; frame-src 'self'; form-action 'self'; \
             base-uri 'none'; style-src{styles}"
        ))
    }

    /// The header's value for a page.
    pub(super) fn of_page(&self, own: &Own<'_>) -> String {
        let style = own.style.map(hash).unwrap_or_default();
        let mut ancestors: Vec<&str> = own.framed_by.iter().map(Origin::as_str).collect();
        if ancestors.is_empty() {
            ancestors.push("'none'");
        }
        let mut asked = vec!["'self'".to_owned()];
        asked.extend(own.tokenizers.iter().filter_map(|url| origin_of(url)));
        let (ancestors, asked) = (ancestors.join(" "), asked.join(" "));
        format!(
            "{}{style}; connect-src {asked}; frame-ancestors {ancestors}",
            self.0
        )
    }
}

/// Whose address it is; nothing where it is this server's own.
fn origin_of(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    let host = rest.split('/').next()?;
    let origin: Origin = format!("{scheme}://{host}").parse().ok()?;
    Some(origin.as_str().to_owned())
}

struct Inline<'a> {
    attributes: &'a str,
    text: &'a str,
}

/// The elements of a name. The page is our own and well formed: an element ends where its end tag
/// stands.
fn inline<'a>(html: &'a str, name: &'a str) -> impl Iterator<Item = Inline<'a>> {
    html.split(&format!("<{name}"))
        .skip(1)
        .collect::<Vec<_>>()
        .into_iter()
        .filter_map(move |rest| {
            let (attributes, rest) = rest.split_once('>')?;
            let (text, _) = rest.split_once(&format!("</{name}>"))?;
            Some(Inline { attributes, text })
        })
}

/// Whether a script's own text is run: not where it is loaded from elsewhere, nor where it is data.
fn runs(script: &Inline<'_>) -> bool {
    !script.attributes.contains("src=") && !script.attributes.contains("application/json")
}

fn hash(text: &str) -> String {
    format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<style>p{}</style><script src=\"/a.js\"></script>\
        <script type=\"application/json\" id=\"d\">{}</script><script type=\"module\">alert(1)</script>";

    fn framed(framed_by: &[Origin]) -> Own<'_> {
        Own {
            framed_by,
            ..Own::default()
        }
    }

    fn asking<'a>(tokenizers: &'a [&'a str]) -> Own<'a> {
        Own {
            tokenizers,
            ..Own::default()
        }
    }

    #[test]
    fn an_accounts_own_style_is_named_beside_the_pages_styles() {
        let own = Own {
            style: Some("alert(1)"),
            ..Own::default()
        };
        let policy = Policy::of(PAGE).of_page(&own);
        let (_, styles) = policy.split_once("style-src ").unwrap();
        let (styles, _) = styles.split_once(';').unwrap();
        assert_eq!(styles.split(' ').count(), 2, "{policy}");
        assert!(
            styles.ends_with("'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"),
            "{policy}"
        );
    }

    #[test]
    fn inline_scripts_and_styles_are_named_by_their_hashes_and_data_is_not() {
        let policy = Policy::of(PAGE).of_page(&Own::default());
        assert_eq!(policy.matches("'sha256-").count(), 2, "{policy}");
        // What `printf 'alert(1)' | openssl dgst -sha256 -binary | base64` says.
        assert!(
            policy.contains("'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"),
            "{policy}"
        );
        assert!(!policy.contains("unsafe-inline"));
    }

    #[test]
    fn only_the_accounts_own_origins_may_frame_a_page() {
        let origins = [
            "https://a.example".parse().unwrap(),
            "http://127.0.0.1:1".parse().unwrap(),
        ];
        let policy = Policy::of(PAGE);
        assert!(
            policy
                .of_page(&framed(&origins))
                .ends_with("frame-ancestors https://a.example http://127.0.0.1:1")
        );
        let nobody = policy.of_page(&Own::default());
        assert!(nobody.ends_with("frame-ancestors 'none'"));
    }

    #[test]
    fn a_page_asks_nobody_but_this_server_and_the_cards_tokenizer() {
        let policy = Policy::of(PAGE);
        let own = policy.of_page(&asking(&["/sandbox/tokens"]));
        assert!(own.contains("connect-src 'self';"), "{own}");
        let stripe = policy.of_page(&asking(&["https://api.stripe.com/v1/payment_methods"]));
        assert!(
            stripe.contains("connect-src 'self' https://api.stripe.com;"),
            "{stripe}"
        );
    }
}
