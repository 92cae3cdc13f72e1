//! Histories that nobody thought of, on every store, against a model of a page.

use std::collections::BTreeMap;
use std::mem::discriminant;

use jiff::Timestamp;
use kassa_server::domain::{Outcome, Session, SessionRefusal, SessionState};
use kassa_server::store::{Claimed, Fingerprint, SettleAttempt, Swapped};
use kassa_wire::state::DeclineReason;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::Shared;
use crate::rows::{account, claim, confirmed_session_for, session, settlement};

/// Which order each session is for: the first two are for one.
const ORDERS: [&str; 3] = ["1", "1", "2"];

/// Something that somebody asks of the store.
#[derive(Clone, Debug)]
enum Step {
    /// A press of **Pay** in a session, under a key, with a card.
    Claim(usize, usize, u8),
    /// The processor says something of one of the attempts.
    Settle(usize, Known),
    /// What was written of an attempt before is written again, as by a server that was too late.
    Late(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        4 => (0..3_usize, 0..3_usize, 0..2_u8).prop_map(|(s, k, f)| Step::Claim(s, k, f)),
        3 => (0..4_usize, prop_oneof![Just(Known::Paid), Just(Known::Refused)])
            .prop_map(|(which, known)| Step::Settle(which, known)),
        1 => (0..4_usize).prop_map(Step::Late),
    ];
    prop::collection::vec(step, 1..25)
}

/// Where an attempt stands, as far as the model goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Known {
    InFlight,
    Paid,
    Refused,
}

/// What is true, without a database.
#[derive(Debug, Default)]
struct Model {
    /// Each attempt: its session, and where it stands.
    attempts: Vec<(usize, Known)>,
    /// Each key of a session: which card it came with.
    keys: BTreeMap<(usize, usize), u8>,
}

impl Model {
    fn any(&self, sessions: &[usize], known: Known) -> bool {
        let mut attempts = self.attempts.iter();
        attempts.any(|(session, is)| sessions.contains(session) && *is == known)
    }

    fn claim(&mut self, session: usize, key: usize, card: u8) -> &'static str {
        if let Some(before) = self.keys.get(&(session, key)) {
            return if *before == card {
                "replay"
            } else {
                "key reused"
            };
        }
        let order: Vec<usize> = (0..3)
            .filter(|other| ORDERS[*other] == ORDERS[session])
            .collect();
        if self.any(&[session], Known::InFlight) {
            return "paying";
        }
        if self.any(&[session], Known::Paid) {
            return "complete";
        }
        if self.any(&order, Known::Paid) {
            return "order paid";
        }
        if self.any(&order, Known::InFlight) {
            return "order busy";
        }
        self.keys.insert((session, key), card);
        self.attempts.push((session, Known::InFlight));
        "fresh"
    }
}

fn word(claimed: &Claimed) -> &'static str {
    match claimed {
        Claimed::Fresh(_) => "fresh",
        Claimed::Replay(_) => "replay",
        Claimed::KeyReused => "key reused",
        Claimed::Refused(SessionRefusal::Paying) => "paying",
        Claimed::Refused(SessionRefusal::Complete) => "complete",
        Claimed::OrderPaid => "order paid",
        Claimed::OrderBusy => "order busy",
        other => panic!("{other:?}"),
    }
}

/// The store and the model, side by side.
struct World {
    store: Shared,
    sessions: Vec<Session>,
    model: Model,
    /// What was last written of each attempt.
    written: Vec<Option<SettleAttempt>>,
}

impl World {
    async fn new(store: Shared) -> Self {
        let mut sessions = Vec::new();
        for (number, order) in (1..).zip(ORDERS) {
            sessions.push(confirmed_session_for(&store, number, order).await);
        }
        Self {
            store,
            sessions,
            model: Model::default(),
            written: Vec::new(),
        }
    }

    async fn take(&mut self, step: &Step) {
        match *step {
            Step::Claim(session, key, card) => self.claim(session, key, card).await,
            Step::Settle(which, known) => self.settle(which, known).await,
            Step::Late(which) => self.late(which).await,
        }
    }

    async fn claim(&mut self, session: usize, key: usize, card: u8) {
        let number = u32::try_from(self.model.attempts.len()).unwrap() + 1;
        let mut claim = claim(&self.sessions[session], ["a", "b", "c"][key], number);
        claim.fingerprint = Fingerprint([card; 32]);
        let claimed = self.store.claim_attempt(&claim).await.unwrap();
        let expected = self.model.claim(session, key, card);
        assert_eq!(word(&claimed), expected, "{claimed:?}");
        if let Claimed::Fresh(_) = claimed {
            self.written.push(None);
        }
    }

    async fn settle(&mut self, which: usize, becomes: Known) {
        let Some((_, known)) = self.model.attempts.get_mut(which) else {
            return;
        };
        if *known != Known::InFlight {
            return;
        }
        let id = claim(&self.sessions[0], "a", u32::try_from(which).unwrap() + 1);
        let before = self.store.in_flight(&id.attempt.id).await.unwrap().unwrap();
        let outcome = if becomes == Known::Paid {
            Outcome::Captured
        } else {
            Outcome::Declined(DeclineReason::Declined)
        };
        *known = becomes;
        let settle = settlement(&before, outcome);
        let swapped = self.store.settle_attempt(&settle).await.unwrap();
        assert_eq!(swapped, Swapped::Done);
        self.written[which] = Some(settle);
    }

    async fn late(&mut self, which: usize) {
        if let Some(Some(settle)) = self.written.get(which) {
            let swapped = self.store.settle_attempt(settle).await.unwrap();
            assert_eq!(swapped, Swapped::Conflict);
        }
    }

    async fn compare(&self) {
        let in_flight = self.store.attempts_in_flight(Timestamp::MAX).await.unwrap();
        let attempts = self.model.attempts.iter();
        let expected = attempts.filter(|(_, known)| *known == Known::InFlight);
        assert_eq!(in_flight.len(), expected.count());
        for (number, order) in ORDERS.iter().enumerate() {
            let id = session(u32::try_from(number).unwrap() + 1).id;
            let read = self.store.checkout(&id).await.unwrap().unwrap();
            let attempt = kassa_server::domain::AttemptId(String::new());
            let state = if self.model.any(&[number], Known::InFlight) {
                SessionState::Paying { attempt }
            } else if self.model.any(&[number], Known::Paid) {
                SessionState::Complete { attempt }
            } else {
                SessionState::Confirmed
            };
            assert_eq!(discriminant(&read.session.state), discriminant(&state));
            let tried = self.model.attempts.iter().any(|(of, _)| *of == number);
            assert_eq!(read.payment.is_some(), tried);
            let same: Vec<usize> = (0..3).filter(|other| ORDERS[*other] == *order).collect();
            let number = order.parse().unwrap();
            let order = self.store.order(&account().account.id, &number).await;
            let paid = order.unwrap().unwrap().paid_at.is_some();
            assert_eq!(paid, self.model.any(&same, Known::Paid));
        }
    }
}

fn run<F: Future<Output = Shared>>(cases: u32, open: impl Fn() -> F) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let config = Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    };
    let told = TestRunner::new(config).run(&steps(), |steps| {
        runtime.block_on(async {
            let mut world = World::new(open().await).await;
            for step in &steps {
                world.take(step).await;
            }
            world.compare().await;
            world.store.close().await;
        });
        Ok(())
    });
    told.unwrap();
}

#[test]
fn whatever_is_asked_of_a_file_an_order_is_paid_once() {
    let fresh = crate::FreshSqlite::new();
    let number = std::sync::atomic::AtomicU32::new(0);
    run(48, || async {
        let number = number.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        fresh.open_as(&format!("{number}.db")).await
    });
}

#[test]
fn whatever_is_asked_of_postgresql_an_order_is_paid_once() {
    run(16, || async {
        crate::open_postgres(&crate::cluster::fresh_database()).await
    });
}
