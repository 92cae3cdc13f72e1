//! How far a copy is, at a terminal.

use indicatif::{ProgressBar, ProgressStyle};

use super::Progress;

/// What a bar shows.
const TEMPLATE: &str = "{msg:20} {wide_bar} {human_pos}/{human_len} rows, {eta} left";

/// A bar for each table. Where there is no terminal, nothing is drawn.
#[derive(Debug, Default)]
pub struct Bar(Option<ProgressBar>);

impl Progress for Bar {
    fn begin(&mut self, table: &str, rows: u64, before: u64) {
        self.end();
        let style = ProgressStyle::with_template(TEMPLATE);
        let bar = ProgressBar::new(rows)
            .with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
            .with_message(table.to_owned())
            .with_position(before);
        self.0 = Some(bar);
    }

    fn advance(&mut self, rows: u64) {
        if let Some(bar) = &self.0 {
            bar.inc(rows);
        }
    }
}

impl Bar {
    fn end(&mut self) {
        if let Some(bar) = self.0.take() {
            bar.finish();
        }
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.end();
    }
}
