//! In which line a row begins, as an editor counts.

/// Counts the lines of a text from its beginning on. The CSV reader's own count knows neither the
/// line ends of old Macs nor the empty lines that it leaves out.
#[derive(Debug)]
pub(super) struct Lines<'t> {
    text: &'t [u8],
    at: usize,
    line: u64,
}

impl<'t> Lines<'t> {
    pub(super) const fn of(text: &'t [u8]) -> Self {
        Self {
            text,
            at: 0,
            line: 1,
        }
    }

    /// The line, counted from 1, of the first row at this byte or after it. Asked for one byte
    /// after the other, so that a text is looked through once.
    pub(super) fn at(&mut self, byte: u64) -> u64 {
        let byte = usize::try_from(byte).unwrap_or(usize::MAX);
        while let Some(sign) = self.text.get(self.at)
            && (self.at < byte || matches!(sign, b'\r' | b'\n'))
        {
            let before = self.at.checked_sub(1).and_then(|at| self.text.get(at));
            let ends = match sign {
                b'\r' => true,
                b'\n' => before != Some(&b'\r'),
                _ => false,
            };
            self.line = self.line.saturating_add(u64::from(ends));
            self.at = self.at.saturating_add(1);
        }
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_as_an_editor_counts_them() {
        for (text, line) in [
            ("a", 1),
            ("a\nb", 2),
            ("a\r\nb", 2),
            ("a\rb", 2),
            ("a\n\nb", 3),
            ("a\r\rb", 3),
            ("a\n\r\n\rb", 4),
        ] {
            let mut lines = Lines::of(text.as_bytes());
            assert_eq!(lines.at(0), 1, "{text:?}");
            let last = u64::try_from(text.len()).unwrap() - 1;
            assert_eq!(lines.at(last), line, "{text:?}");
        }
    }

    #[test]
    fn a_row_after_empty_lines_is_in_its_own_line() {
        let mut lines = Lines::of(b"a\n\n\nb");
        assert_eq!(lines.at(2), 4, "the reader begins at the first empty line");
    }
}
