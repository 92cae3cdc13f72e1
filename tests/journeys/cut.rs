//! What does not fit: words that are cut off, and pages that have to be moved sideways.

use serde_json::json;

use crate::payer::Payer;

/// What is cut off or stands outside the window. What only screen readers read is a pixel wide, and
/// what is typed into a field may be longer than the field.
const CUT: &str = "(() => { \
    const wide = (it) => it.getBoundingClientRect().width > 1; \
    const seen = [...document.body.querySelectorAll('*')] \
        .filter((it) => it.checkVisibility({ visibilityProperty: true }) && wide(it) && !it.closest('.unseen, svg, iframe')); \
    const outside = seen.filter((it) => { const { left, right } = it.getBoundingClientRect(); \
        return left < -1 || right > innerWidth + 1 }); \
    const cut = seen.filter((it) => !it.matches('input, select') && it.scrollWidth > it.clientWidth + 1 && it.clientWidth > 0 \
        && (getComputedStyle(it).overflowX !== 'visible' || it.matches('button, a.primary'))); \
    const sideways = document.documentElement.scrollWidth > document.documentElement.clientWidth; \
    return [...outside, ...cut, ...(sideways ? [document.documentElement] : [])] \
        .map((it) => it.cloneNode().outerHTML + it.textContent.slice(0, 60)) })()";

/// Makes every word longer by two fifths and gives it accents, as no language has them: what fits so
/// fits in languages that are still to come.
const LENGTHEN: &str = "(() => { \
    const accented = (text) => [...text].map((it) => it + '\\u0301').join('').normalize('NFC'); \
    const longer = (word) => accented(word + word.slice(0, Math.ceil(word.length * 0.4))); \
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); \
    while (texts.nextNode()) { const text = texts.currentNode; \
        if (!text.parentElement.closest('script, style, noscript, bdi')) \
            text.data = text.data.replace(/\\p{L}{3,}/gu, longer) } })()";

impl Payer {
    /// Fails where something is cut off or the page is wider than its window.
    pub(crate) async fn sees_everything_whole(&self, state: &str) {
        let cut = self.computes(CUT).await;
        assert_eq!(cut, Some(json!([])), "{state}");
    }

    /// Reads a language whose words are longer than any.
    pub(crate) async fn reads_longer_words(&self) {
        self.runs(LENGTHEN).await;
    }

    /// Fails where anything moves.
    pub(crate) async fn sees_nothing_move(&self, state: &str) {
        let moves = "document.getAnimations().filter((it) => it.playState === 'running' \
            && it.animationName !== 'late').length";
        assert_eq!(self.computes(moves).await, Some(json!(0)), "{state}");
    }
}
