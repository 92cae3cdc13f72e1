//! A page compressed piece by piece: what stands on every page was compressed before.
//!
//! A brotli stream can be joined from pieces that begin at a whole byte and do not look back at one
//! another. Two thirds of a page are the same for every payer of a language: its styles, the
//! world's countries, its script. Those are compressed as well as can be when they
//! are first met, and kept; what is this payer's own is small and compressed quickly.

use std::io;
use std::sync::Arc;

use brotli::enc::BrotliEncoderParams;
use quick_cache::sync::Cache;

/// How a piece that is kept is compressed: well, since it is done once, in under 30 milliseconds.
const LASTING: i32 = 11;

/// How what is one payer's own is compressed: quickly.
const PASSING: i32 = 5;

/// The window, 2^18 bytes: more than any page. Every piece has to name the same one.
const WINDOW: i32 = 18;

/// The end of a stream: a last block with nothing in it (RFC 7932, section 9.2).
const END: u8 = 3;

/// A shorter text is not worth being kept.
const WORTH_KEEPING: usize = 1000;

/// How many pieces are kept: each language has a few, and a list of countries for each country
/// that was chosen in it. At 16 kB each they take 16 MB.
const KEPT: usize = 1000;

/// Where a lasting piece begins and what it ends with, in the page's order. A piece that is cut
/// elsewhere is a piece all the same: the joined page is the page.
const LASTS: [(&str, &str); 3] = [
    ("</title>", "</head>"),
    ("<option ", "</select>"),
    ("</script>", "</html>"),
];

/// Where a piece stands in its stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// It names the window, and may use the words that every decoder knows.
    First,
    /// It can be joined to whatever stands before it.
    Later,
}

/// Compresses pages, and keeps what it will meet again.
#[derive(Debug)]
pub(super) struct Press {
    kept: Cache<String, Arc<[u8]>>,
}

/// A part of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece<'a> {
    Lasting(&'a str),
    Passing(&'a str),
}

impl Press {
    /// A press that has met nothing yet.
    pub(super) fn new() -> Self {
        Self {
            kept: Cache::new(KEPT),
        }
    }

    /// The page as a brotli stream.
    ///
    /// # Errors
    /// [`io::Error`] where the compressor fails.
    pub(super) fn page(&self, html: &str) -> io::Result<Vec<u8>> {
        let mut stream = Vec::with_capacity(html.len() / 2);
        for piece in cut(html) {
            match piece {
                Piece::Lasting(text) => stream.extend_from_slice(&self.kept(text)?),
                Piece::Passing(text) if stream.is_empty() => {
                    compress(text, (PASSING, Place::First), &mut stream)?;
                }
                Piece::Passing(text) => compress(text, (PASSING, Place::Later), &mut stream)?,
            }
        }
        stream.push(END);
        Ok(stream)
    }

    fn kept(&self, text: &str) -> io::Result<Arc<[u8]>> {
        self.kept.get_or_insert_with(text, || {
            let mut stream = Vec::new();
            compress(text, (LASTING, Place::Later), &mut stream)?;
            Ok(stream.into())
        })
    }
}

/// Appends a text's piece of the stream.
fn compress(text: &str, (quality, place): (i32, Place), stream: &mut Vec<u8>) -> io::Result<()> {
    let first = place == Place::First;
    let params = BrotliEncoderParams {
        quality,
        lgwin: WINDOW,
        size_hint: text.len(),
        catable: !first,
        appendable: true,
        bare_stream: true,
        byte_align: true,
        use_dictionary: first,
        ..BrotliEncoderParams::default()
    };
    brotli::BrotliCompress(&mut text.as_bytes(), stream, &params).map(drop)
}

/// The page's pieces; the first one is always a passing one.
fn cut(page: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::with_capacity(LASTS.len().saturating_mul(2));
    let (mut begin, mut rest) = (0, 0);
    for (from, to) in LASTS {
        let Some(start) = place(page, rest, from) else {
            continue;
        };
        let Some(end) = place(page, start, to) else {
            continue;
        };
        if end.saturating_sub(start) >= WORTH_KEEPING {
            pieces.push(Piece::Passing(&page[begin..start]));
            pieces.push(Piece::Lasting(&page[start..end]));
            begin = end;
        }
        rest = end;
    }
    pieces.push(Piece::Passing(&page[begin..]));
    pieces
}

fn place(page: &str, from: usize, what: &str) -> Option<usize> {
    let found = page.get(from..)?.find(what)?;
    from.checked_add(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(name: &str) -> String {
        let long = |text: &str| text.repeat(200);
        format!(
            "<html lang=en><title>Pay {name}</title><style>{}</style></head><div>{name} \u{1f393}\
             <select>{}</select></div><script>{{\"name\":\"{name}\"}}</script>\
             <script>{}</script></body></html>",
            long("p{color:red}"),
            long("<option value=\"a\">A</option>"),
            long("go();"),
        )
    }

    fn opened(stream: &[u8]) -> String {
        let mut bytes = Vec::new();
        brotli::BrotliDecompress(&mut &*stream, &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn a_browser_reads_the_page_that_was_joined() {
        let press = Press::new();
        let (ours, theirs) = (page("Amina"), page("\u{0} </title> \u{202e}"));
        for html in [&ours, &theirs, &ours, "<p>short</p>", "<option ", ""] {
            assert_eq!(opened(&press.page(html).unwrap()), *html);
        }
    }

    #[test]
    fn what_two_payers_pages_have_in_common_is_compressed_once() {
        let press = Press::new();
        press.page(&page("Amina")).unwrap();
        let met = press.kept.len();
        assert_eq!(met, LASTS.len());
        press.page(&page("Bruno")).unwrap();
        assert_eq!(press.kept.len(), met);
        let kept = press.kept.iter().map(|(text, _)| text).collect::<String>();
        assert!(!kept.contains("Amina"), "nobody's own data is kept");
    }
}
