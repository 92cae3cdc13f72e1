//! What must be true of captures, voids and refunds, whatever happened while they were done. Pure.

use std::collections::{BTreeMap, BTreeSet};

use super::books::{Books, Charge, Operation};

/// Everything that is not as it must be, in sentences.
pub(super) fn judge_moves(books: &Books) -> Vec<String> {
    [
        sums_stay_within_bounds(books),
        operations_agree(books),
        each_key_moved_money_once(books),
        what_merchants_were_told_holds(books),
        every_move_is_told_once(books),
        nothing_is_contradicted(books),
    ]
    .concat()
}

/// Twice: by the processor's own sums, and by what they are made of.
fn sums_stay_within_bounds(books: &Books) -> Vec<String> {
    let mut breaches = Vec::new();
    for charge in &books.charges {
        let name = &charge.reference;
        if charge.captured > charge.amount {
            breaches.push(format!("{name}: more was captured than was reserved"));
        }
        if charge.refunded > charge.captured {
            breaches.push(format!("{name}: more was returned than was taken"));
        }
        if counted(charge) != (charge.captured, charge.refunded) {
            breaches.push(format!("{name}: its captures and refunds do not add up"));
        }
    }
    breaches
}

/// What was captured and what was refunded, counted one by one. What was taken at once was taken
/// without a capture.
fn counted(charge: &Charge) -> (i64, i64) {
    let done = |kinds: &[&str]| {
        let these = charge.operations.iter().filter(|it| it.state != "failed");
        let these = these.filter(|it| kinds.contains(&it.kind.as_str()));
        these.map(|it| it.amount).fold(0, i64::saturating_add)
    };
    let taken = done(&["capture", "final_capture"]);
    let at_once = taken == 0 && charge.captured == charge.amount;
    let taken = if at_once { charge.amount } else { taken };
    (taken, done(&["refund"]))
}

fn operations_agree(books: &Books) -> Vec<String> {
    let mut theirs = BTreeMap::new();
    for charge in &books.charges {
        for done in &charge.operations {
            let what = (&*done.kind, done.amount, &*done.state);
            theirs.insert(done.id.as_str(), (charge.reference.as_str(), what));
        }
    }
    let mut breaches = Vec::new();
    for operation in &books.operations {
        let what = (&*operation.kind, operation.amount, &*operation.state);
        let ours = (operation.payment.as_str(), what);
        match theirs.remove(operation.id.as_str()) {
            Some(done) if done == ours => {}
            None if operation.state == "failed" => {}
            other => {
                let id = &operation.id;
                breaches.push(format!(
                    "{id} is {ours:?} here and {other:?} at the processor"
                ));
            }
        }
    }
    let unknown = theirs.into_keys();
    breaches.extend(unknown.map(|id| format!("{id} was done and Kassa does not know it")));
    breaches
}

/// Whoever asks until there is an answer is told of one operation: there is no other.
fn each_key_moved_money_once(books: &Books) -> Vec<String> {
    let known: BTreeSet<&str> = books.operations.iter().map(|it| it.id.as_str()).collect();
    let told: BTreeSet<&str> = books.told_moved.keys().map(String::as_str).collect();
    let nobodys = known.difference(&told);
    let nobodys = nobodys.map(|id| format!("{id} was begun, and no merchant was told of it"));
    let lost = told.difference(&known);
    let lost = lost.map(|id| format!("a merchant was told of {id}, which is not there"));
    nobodys.chain(lost).collect()
}

/// What is under way may come to anything; what is certain stays.
fn what_merchants_were_told_holds(books: &Books) -> Vec<String> {
    let broken = books.operations.iter().filter_map(|operation| {
        let (id, state) = (&operation.id, operation.state.as_str());
        let told = books.told_moved.get(id)?.as_str();
        let holds = told == state || told == "initiated";
        (!holds).then(|| format!("a merchant was told that {id} is {told}, and it is {state}"))
    });
    broken.collect()
}

/// One event for the outcome of each, and one for the beginning of each refund.
fn every_move_is_told_once(books: &Books) -> Vec<String> {
    let mut tellings = BTreeMap::<&str, Vec<&str>>::new();
    for telling in &books.tellings {
        let told = tellings.entry(&telling.operation).or_default();
        told.push(&telling.event);
    }
    let mut breaches = Vec::new();
    for operation in &books.operations {
        let told = tellings.get(operation.id.as_str());
        let told = told.map(Vec::as_slice).unwrap_or_default();
        if !is_told(operation, told) {
            let (id, kind, state) = (&operation.id, &operation.kind, &operation.state);
            breaches.push(format!(
                "{id}, a {kind} that {state}, was told of as {told:?}"
            ));
        }
    }
    breaches
}

fn is_told(operation: &Operation, told: &[&str]) -> bool {
    let finished = operation.state == "finished";
    match (operation.kind.as_str(), finished) {
        ("capture" | "final_capture", true) => {
            matches!(told, ["payment.captured" | "payment.partially_captured"])
        }
        ("capture" | "final_capture", false) => told == ["payment.capture_failed"],
        ("void", true) => told == ["payment.voided"],
        ("void", false) => told == ["payment.void_failed"],
        ("refund", true) => told == ["refund.initiated", "refund.finished"],
        ("refund", false) => told == ["refund.initiated", "refund.failed"],
        (_, _) => false,
    }
}

fn nothing_is_contradicted(books: &Books) -> Vec<String> {
    let found = books.tellings.iter();
    let found = found.filter(|telling| telling.event == "payment.contradicted");
    found
        .map(|_| "the processor contradicted what it had said".to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::books::Done;
    use super::super::kept_books::{kept, telling};
    use super::*;

    type Change = fn(&mut Books);

    fn assert_seen(breaks: &[(&str, Change)]) {
        for (what, change) in breaks {
            let mut books = kept();
            change(&mut books);
            assert_ne!(judge_moves(&books), Vec::<String>::new(), "{what}");
        }
    }

    fn done(kind: &str, amount: i64) -> Done {
        Done {
            id: "cp_9".to_owned(),
            kind: kind.to_owned(),
            amount,
            state: "finished".to_owned(),
        }
    }

    #[test]
    fn moves_that_agree_break_nothing() {
        assert_eq!(judge_moves(&kept()), Vec::<String>::new());
    }

    #[test]
    fn money_that_moves_too_far_or_twice_is_seen() {
        let breaks: [(&str, Change); 6] = [
            ("more returned than taken", |it| {
                it.charges[0].refunded = 1_001;
            }),
            ("more taken than reserved", |it| {
                it.charges[0].captured = 1_001;
            }),
            ("a sum that leaves a refund out", |it| {
                it.charges[0].refunded = 0;
            }),
            ("captures that are more than their sum", |it| {
                it.charges[0].operations.push(done("capture", 600));
            }),
            ("a refund that failed here alone", |it| {
                it.operations[0].state = "failed".to_owned();
            }),
            ("a refund of another payment", |it| {
                it.operations[0].payment = "FWU000000000".to_owned();
            }),
        ];
        assert_seen(&breaks);
    }

    #[test]
    fn what_merchants_are_told_of_moves_is_looked_at() {
        let breaks: [(&str, Change); 6] = [
            ("a refund that nobody was told of", |it| {
                it.told_moved.clear();
            }),
            ("a refund that is gone", |it| {
                it.told_moved
                    .insert("re_2".to_owned(), "initiated".to_owned());
            }),
            ("a certain answer that changed", |it| {
                it.told_moved.insert("re_1".to_owned(), "failed".to_owned());
            }),
            ("an event that is missing", |it| {
                it.tellings.pop();
            }),
            ("an event that came twice", |it| {
                it.tellings.push(telling("refund.finished", "re_1"));
            }),
            ("a contradiction", |it| {
                it.tellings.push(telling("payment.contradicted", ""));
            }),
        ];
        assert_seen(&breaks);
    }
}
