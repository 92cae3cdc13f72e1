//! What a run came to, as a table.

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;

use super::books::Books;
use super::ground::Ground;
use super::options::StoreKind;

/// How many breaches are printed; one mistake often breaks much.
const SHOWN: usize = 20;

/// What a run came to.
#[derive(Debug)]
pub(crate) struct Report {
    store: StoreKind,
    lines: Vec<(String, i64)>,
    /// Everything that must not be.
    pub(crate) breaches: Vec<String>,
    kept: Option<PathBuf>,
}

impl Report {
    /// Of these books, with everything that was counted on the way.
    pub(crate) fn new(
        store: StoreKind,
        books: &Books,
        counts: BTreeMap<&'static str, u64>,
        breaches: Vec<String>,
    ) -> Self {
        let counted = counts
            .into_iter()
            .map(|(what, count)| (what.to_owned(), i64::try_from(count).unwrap_or(-1)));
        let lines = counted.chain(totals(books)).collect();
        Self {
            store,
            lines,
            breaches,
            kept: None,
        }
    }

    /// Clears the ground where nothing is broken; else leaves its files to be looked at.
    pub(crate) fn leaving(mut self, ground: Ground) -> Self {
        if self.breaches.is_empty() {
            ground.clear();
        } else {
            self.kept = Some(ground.keep());
        }
        self
    }
}

fn totals(books: &Books) -> Vec<(String, i64)> {
    let count = |what: &str, count: usize| (what.to_owned(), i64::try_from(count).unwrap_or(-1));
    let done = |kinds: &[&str]| {
        let done = books.operations.iter().filter(|it| it.state == "finished");
        done.filter(|it| kinds.contains(&it.kind.as_str())).count()
    };
    vec![
        count("charges at the processor", books.charges.len()),
        count("sessions", books.sessions.len()),
        count("attempts", books.attempts.len()),
        count("payments", books.payments.len()),
        count("orders paid", books.complete.len()),
        count("captures, voids and refunds", books.operations.len()),
        count("captures done", done(&["capture"])),
        count("final captures done", done(&["final_capture"])),
        count("voids done", done(&["void"])),
        count("refunds done", done(&["refund"])),
        count("events", books.tellings.len()),
        count("webhooks due", books.deliveries.len()),
        count(
            "webhooks taken, with those that came twice",
            books.taken.len(),
        ),
        sum(
            "cents captured at the processor",
            books.charges.iter().map(|it| it.captured),
        ),
        sum(
            "cents captured here",
            books.payments.iter().map(|it| it.captured),
        ),
        sum(
            "cents refunded at the processor",
            books.charges.iter().map(|it| it.refunded),
        ),
        sum(
            "cents refunded here",
            books.payments.iter().map(|it| it.refunded),
        ),
    ]
}

fn sum(what: &str, amounts: impl Iterator<Item = i64>) -> (String, i64) {
    (what.to_owned(), amounts.fold(0, i64::saturating_add))
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "\n{} after the chaos", self.store.name())?;
        for (what, count) in &self.lines {
            writeln!(f, "  {what:<50} {count:>12}")?;
        }
        let broken = self.breaches.len();
        writeln!(f, "  {:<50} {broken:>12}", "promises broken")?;
        for breach in self.breaches.iter().take(SHOWN) {
            writeln!(f, "    {breach}")?;
        }
        if let Some(folder) = &self.kept {
            writeln!(
                f,
                "  The servers' files and logs are in {}.",
                folder.display()
            )?;
        }
        Ok(())
    }
}
