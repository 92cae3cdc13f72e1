//! A text as a picture that phones read.

use std::fmt::Write;

use maud::{Markup, html};
use qrcode::{Color, EcLevel, QrCode};

/// The light border that readers need, in modules (ISO/IEC 18004).
const QUIET: usize = 4;

/// The picture, dark on light whatever the page's colours, or nothing where the text is too long for
/// one. Whoever listens has the same in words beside it.
pub(super) fn svg(text: &str) -> Option<Markup> {
    // Level M is what EPC069-12 asks for.
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let size = code.width().checked_add(QUIET.checked_mul(2)?)?;
    Some(html! {
        svg viewBox=(format!("0 0 {size} {size}")) aria-hidden="true" {
            rect width="100%" height="100%" fill="#fff" {}
            path d=(dark(&code)) fill="#000" shape-rendering="crispEdges" {}
        }
    })
}

/// The dark modules, row by row: a run of them is one stroke of the path.
fn dark(code: &QrCode) -> String {
    let colors = code.to_colors();
    let mut path = String::new();
    for (row, modules) in colors.chunks(code.width()).enumerate() {
        let mut column = 0_usize;
        for run in modules.chunk_by(|a, b| a == b) {
            if run.first() == Some(&Color::Dark) {
                let (x, y) = (column.saturating_add(QUIET), row.saturating_add(QUIET));
                let length = run.len();
                // A text takes whatever is written into it.
                let _ = write!(path, "M{x} {y}h{length}v1h-{length}z");
            }
            column = column.saturating_add(run.len());
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dark_module_is_drawn_once() {
        let code = QrCode::with_error_correction_level("BCD\n002", EcLevel::M).unwrap();
        let drawn: usize = dark(&code)
            .split('h')
            .skip(1)
            .step_by(2)
            .filter_map(|rest| rest.split('v').next()?.parse::<usize>().ok())
            .sum();
        let dark = code.to_colors().into_iter();
        let dark = dark.filter(|it| *it == Color::Dark);
        assert_eq!(drawn, dark.count());
    }

    #[test]
    fn what_no_picture_holds_has_none() {
        assert!(svg(&"x".repeat(10_000)).is_none());
    }
}
