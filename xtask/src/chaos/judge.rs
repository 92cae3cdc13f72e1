//! What must be true of the books, whatever happened while they were written. Pure.

use std::collections::{BTreeMap, BTreeSet};

use super::books::{Books, Charge};
use super::judge_moves::judge_moves;

/// Everything that is not as it must be, in sentences.
pub(crate) fn judge(books: &Books) -> Vec<String> {
    [
        every_charge_has_its_attempt(books),
        every_attempt_has_its_charge(books),
        no_session_is_charged_twice(books),
        amounts_agree(books),
        no_session_has_two_payments(books),
        judge_moves(books),
        orders_are_paid_once(books),
        promises_to_payers_are_kept(books),
        each_key_opened_one_session(books),
        whoever_came_too_late_was_told_why(books),
        every_event_arrived(books),
        events_arrived_in_order(books),
    ]
    .concat()
}

/// Whether the processor took or reserved money with a charge, even if it was given back since.
fn succeeded(charge: &Charge) -> bool {
    !matches!(
        charge.state.as_str(),
        "declined" | "requires_action" | "processing" | "failed" | "created"
    )
}

fn every_charge_has_its_attempt(books: &Books) -> Vec<String> {
    let attempts: BTreeMap<&str, &str> = books
        .attempts
        .iter()
        .map(|attempt| (attempt.id.as_str(), attempt.payment.as_str()))
        .collect();
    let mut seen = BTreeSet::new();
    let mut breaches = Vec::new();
    for charge in &books.charges {
        let (id, reference) = (charge.attempt.as_str(), charge.reference.as_str());
        match attempts.get(id) {
            Some(payment) if *payment == reference => {}
            Some(payment) => breaches.push(format!(
                "{id} was charged for {reference} and belongs to {payment}"
            )),
            None => breaches.push(format!("{id} was charged and Kassa does not know it")),
        }
        if !seen.insert(id) {
            breaches.push(format!("{id} was charged twice"));
        }
    }
    breaches
}

fn every_attempt_has_its_charge(books: &Books) -> Vec<String> {
    let charges: BTreeMap<&str, bool> = books
        .charges
        .iter()
        .map(|charge| (charge.attempt.as_str(), succeeded(charge)))
        .collect();
    let wrong = books.attempts.iter().filter_map(|attempt| {
        let (id, state) = (&attempt.id, attempt.state.as_str());
        let ours = matches!(state, "captured" | "authorized");
        match (ours, charges.get(id.as_str())) {
            (true, Some(true)) | (false, Some(false)) => None,
            (true, None | Some(false)) => Some(format!("{id} is {state} and was never charged")),
            (false, Some(true)) => Some(format!("{id} is {state} and was charged")),
            (false, None) if attempt.decline == "not_processed" => None,
            (false, None) => Some(format!(
                "{id} is {state} and the processor never heard of it"
            )),
        }
    });
    wrong.collect()
}

fn no_session_is_charged_twice(books: &Books) -> Vec<String> {
    let mut charges = BTreeMap::<&str, usize>::new();
    for charge in books.charges.iter().filter(|charge| succeeded(charge)) {
        *charges.entry(&charge.reference).or_default() += 1;
    }
    let twice = charges.into_iter().filter(|(_, count)| *count > 1);
    twice
        .map(|(reference, count)| format!("{reference} was charged {count} times"))
        .collect()
}

fn no_session_has_two_payments(books: &Books) -> Vec<String> {
    let mut sessions = BTreeSet::new();
    let twice = books.payments.iter();
    let twice = twice.filter(|payment| !sessions.insert(&payment.session));
    twice
        .map(|payment| format!("{} is its session's second payment", payment.reference))
        .collect()
}

fn amounts_agree(books: &Books) -> Vec<String> {
    let charges: BTreeMap<&str, &Charge> = books
        .charges
        .iter()
        .filter(|charge| succeeded(charge))
        .map(|charge| (charge.reference.as_str(), charge))
        .collect();
    let mut breaches = Vec::new();
    for payment in &books.payments {
        let name = &payment.reference;
        let ours = (payment.amount, payment.captured, payment.refunded);
        match charges.get(name.as_str()) {
            None if ours == (payment.amount, 0, 0) && payment.state == "declined" => {}
            None => breaches.push(format!(
                "{name} is {} {ours:?} and nobody was charged",
                payment.state
            )),
            Some(charge) => {
                let theirs = (charge.amount, charge.captured, charge.refunded);
                if ours != theirs || payment.state != charge.state {
                    let (state, other) = (&payment.state, &charge.state);
                    breaches.push(format!(
                        "{name} is {state} {ours:?} here and {other} {theirs:?} at the processor \
                         (amount, captured, refunded)"
                    ));
                }
            }
        }
    }
    breaches
}

fn orders_are_paid_once(books: &Books) -> Vec<String> {
    let mut orders = BTreeMap::<&str, usize>::new();
    for complete in &books.complete {
        *orders.entry(&complete.order).or_default() += 1;
    }
    let twice = orders.into_iter().filter(|(_, count)| *count > 1);
    twice
        .map(|(order, count)| format!("order {order} was paid by {count} sessions"))
        .collect()
}

fn promises_to_payers_are_kept(books: &Books) -> Vec<String> {
    let charged: BTreeSet<&str> = books
        .charges
        .iter()
        .filter(|charge| succeeded(charge))
        .map(|charge| charge.reference.as_str())
        .collect();
    let paid: BTreeSet<&str> = books
        .payments
        .iter()
        .filter(|payment| charged.contains(payment.reference.as_str()))
        .map(|payment| payment.session.as_str())
        .collect();
    let complete: BTreeSet<&str> = books
        .complete
        .iter()
        .map(|complete| complete.session.as_str())
        .collect();
    let told = books.told_paid.iter().map(String::as_str);
    let unpaid = told.filter(|session| !paid.contains(session) || !complete.contains(session));
    let broken = unpaid.map(|_| "a payer was told that a session is paid that is not".to_owned());
    let one_sided = paid.symmetric_difference(&complete);
    broken
        .chain(one_sided.map(|_| "a session is charged or complete, and not both".to_owned()))
        .collect()
}

/// Whoever asks until there is an answer is told of one session, or of none: there is no other.
fn each_key_opened_one_session(books: &Books) -> Vec<String> {
    let apart = books.sessions.symmetric_difference(&books.told_opened);
    apart
        .map(|_| "a session is there or its merchant was told of it, and not both".to_owned())
        .collect()
}

fn whoever_came_too_late_was_told_why(books: &Books) -> Vec<String> {
    let complete: BTreeSet<&str> = books.complete.iter().map(|it| it.order.as_str()).collect();
    let told = books.told_order_paid.iter();
    let untrue = told.filter(|order| !complete.contains(order.as_str()));
    untrue
        .map(|order| format!("a merchant was told that order {order} is paid, and it is not"))
        .collect()
}

fn every_event_arrived(books: &Books) -> Vec<String> {
    let taken: BTreeSet<(&str, &str)> = books
        .taken
        .iter()
        .map(|taken| (taken.path.as_str(), taken.event.as_str()))
        .collect();
    let missing = books
        .deliveries
        .iter()
        .filter(|delivery| !taken.contains(&(delivery.path.as_str(), delivery.event.as_str())));
    missing
        .map(|delivery| format!("{} never reached {}", delivery.event, delivery.path))
        .collect()
}

/// Whoever gets one twice knows by its id; what counts is when it came first.
fn events_arrived_in_order(books: &Books) -> Vec<String> {
    let mut first = BTreeMap::new();
    for (when, taken) in books.taken.iter().enumerate() {
        first
            .entry((taken.path.as_str(), taken.event.as_str()))
            .or_insert(when);
    }
    let mut latest = BTreeMap::<(&str, &str), usize>::new();
    let mut breaches = Vec::new();
    for delivery in &books.deliveries {
        let path = delivery.path.as_str();
        let Some(when) = first.get(&(path, delivery.event.as_str())) else {
            continue;
        };
        let before = latest.insert((path, &delivery.session), *when);
        if before.is_some_and(|before| before > *when) {
            breaches.push(format!("{} overtook another at {path}", delivery.event));
        }
    }
    breaches
}

#[cfg(test)]
mod tests {
    use super::super::kept_books::{attempt, charge, complete, kept, payment, taken};
    use super::*;

    #[test]
    fn books_that_agree_break_nothing() {
        assert_eq!(judge(&kept()), Vec::<String>::new());
        let mut declined = kept();
        let never_heard_of = attempt("att_0", "declined", "not_processed");
        declined.attempts.push(never_heard_of);
        assert_eq!(judge(&declined), Vec::<String>::new());
    }

    #[test]
    fn every_way_of_losing_or_doubling_money_is_seen() {
        type Change = fn(&mut Books);
        let breaks: [(&str, Change); 8] = [
            ("a charge nobody knows", |it| {
                it.charges.push(charge("att_2"));
            }),
            ("a charge that is gone", |it| it.charges.clear()),
            ("a charge of another payment", |it| {
                it.charges[0].reference = "FWU000000000".to_owned();
            }),
            ("two charges of one session", |it| {
                it.charges.push(charge("att_2"));
                it.attempts.push(attempt("att_2", "captured", ""));
            }),
            ("a success called refused", |it| {
                it.attempts[0] = attempt("att_1", "declined", "declined");
            }),
            ("a refund that Kassa does not count", |it| {
                it.payments[0].refunded = 0;
            }),
            ("a payment of money that nobody took", |it| {
                it.payments.push(payment("FWU000000000"));
            }),
            ("a session with two payments", |it| {
                let mut second = payment("FWU000000000");
                second.state = "declined".to_owned();
                (second.captured, second.refunded) = (0, 0);
                it.payments.push(second);
            }),
        ];
        for (what, change) in breaks {
            let mut books = kept();
            change(&mut books);
            assert_ne!(judge(&books), Vec::<String>::new(), "{what}");
        }
    }

    #[test]
    fn a_payer_who_was_told_of_a_payment_that_is_not_there_is_seen() {
        let mut books = kept();
        books.told_paid.insert("cs_2".to_owned());
        assert_eq!(judge(&books).len(), 1);
        let mut books = kept();
        books.complete.push(complete("cs_2"));
        assert_eq!(
            judge(&books).len(),
            2,
            "one order, two sessions; one uncharged"
        );
    }

    #[test]
    fn a_session_that_nobody_was_told_of_and_an_order_called_paid_in_vain_are_seen() {
        let mut books = kept();
        books.sessions.insert("cs_2".to_owned());
        assert_eq!(judge(&books).len(), 1);
        books.told_opened.insert("cs_2".to_owned());
        assert_eq!(judge(&books), Vec::<String>::new());
        books.told_order_paid.insert("1".to_owned());
        assert_eq!(judge(&books), Vec::<String>::new());
        books.told_order_paid.insert("2".to_owned());
        assert_eq!(judge(&books).len(), 1);
    }

    #[test]
    fn a_webhook_that_is_lost_or_overtakes_another_is_seen() {
        let mut books = kept();
        books.taken = vec![taken("evt_2"), taken("evt_1")];
        assert_eq!(judge(&books), ["evt_2 overtook another at /one"]);
        books.taken = vec![taken("evt_1")];
        assert_eq!(judge(&books), ["evt_2 never reached /one"]);
    }
}
