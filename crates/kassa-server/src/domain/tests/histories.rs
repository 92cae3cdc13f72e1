//! Histories that nobody thought of: whatever happens in whatever order, the invariants hold.

use jiff::SignedDuration;
use kassa_wire::payer::PayerValues;
use kassa_wire::state::DeclineReason;
use proptest::prelude::*;

use super::session::{NOON, attempt, session, time};
use crate::domain::{
    AttemptState, Outcome, PaymentEvent, PaymentState, Session, SessionState, Settled,
};

/// Something that may happen to a checkout.
#[derive(Clone, Debug)]
enum Happening {
    Confirm,
    Reopen,
    Pay,
    Cancel,
    Expire,
    Wait(i64),
    /// The processor says something of an attempt, perhaps of one that is long over.
    Hear(usize, Outcome),
}

fn outcomes() -> impl Strategy<Value = Outcome> {
    prop_oneof![
        Just(Outcome::Captured),
        Just(Outcome::Authorized),
        Just(Outcome::Declined(DeclineReason::Declined)),
        Just(Outcome::Processing(None)),
    ]
}

fn happenings() -> impl Strategy<Value = Happening> {
    prop_oneof![
        2 => Just(Happening::Confirm),
        1 => Just(Happening::Reopen),
        3 => Just(Happening::Pay),
        1 => Just(Happening::Cancel),
        1 => Just(Happening::Expire),
        1 => (0..4000_i64).prop_map(Happening::Wait),
        4 => (0..4_usize, outcomes()).prop_map(|(which, outcome)| Happening::Hear(which, outcome)),
    ]
}

/// A checkout as the use cases keep it, without a store.
struct World {
    session: Session,
    payment: Option<PaymentState>,
    attempts: Vec<AttemptState>,
    now: jiff::Timestamp,
}

impl World {
    fn new() -> Self {
        let session = session(SessionState::Open);
        Self {
            session,
            payment: None,
            attempts: Vec::new(),
            now: time(NOON),
        }
    }

    fn go(&mut self, happening: &Happening) {
        let (session, now) = (self.session.clone(), self.now);
        let moved = match happening {
            Happening::Confirm => session.confirm(PayerValues::new(), now),
            Happening::Reopen => session.reopen(now),
            Happening::Cancel => session.cancel(now),
            Happening::Expire => session.expire(now),
            Happening::Pay => return self.pay(),
            Happening::Hear(which, outcome) => return self.hear(*which, outcome.clone()),
            Happening::Wait(seconds) => {
                self.now += SignedDuration::from_secs(*seconds);
                return;
            }
        };
        if let Ok(moved) = moved {
            self.session = moved;
        }
    }

    fn pay(&mut self) {
        let id = attempt(&self.attempts.len().to_string());
        let Ok(paying) = self.session.clone().pay(id, self.now) else {
            return;
        };
        self.session = paying;
        self.attempts.push(AttemptState::Started);
        self.payment = Some(match self.payment {
            None => PaymentState::Created,
            Some(before) => before.after(PaymentEvent::Retried).unwrap(),
        });
    }

    /// What moves an attempt moves its payment and its session too: neither may refuse.
    fn hear(&mut self, which: usize, outcome: Outcome) {
        let Some(known) = self.attempts.get(which).cloned() else {
            return;
        };
        let Ok(Settled::Moved(state)) = known.settle(outcome) else {
            return;
        };
        let (id, session) = (attempt(&which.to_string()), self.session.clone());
        let (event, session) = match &state {
            AttemptState::Captured => (PaymentEvent::Captured, session.complete(&id)),
            AttemptState::Authorized => (PaymentEvent::Authorized, session.complete(&id)),
            AttemptState::Declined(_) => (PaymentEvent::Declined, session.decline(&id)),
            AttemptState::Processing(_) => (PaymentEvent::Processing, session.follow(&id)),
            AttemptState::Announced | AttemptState::Started => return,
            AttemptState::RequiresAction(_) => return,
        };
        self.session = session.unwrap();
        self.payment = Some(self.payment.unwrap().after(event).unwrap());
        self.attempts[which] = state;
    }

    fn check(&self) {
        let captured = self
            .attempts
            .iter()
            .filter(|a| matches!(a, AttemptState::Captured | AttemptState::Authorized))
            .count();
        let in_flight = self.attempts.iter().filter(|a| a.is_in_flight()).count();
        assert!(captured <= 1, "charged twice");
        assert!(in_flight + captured <= 1, "two attempts at once");
        let complete = matches!(self.session.state, SessionState::Complete { .. });
        assert_eq!(complete, captured == 1);
        let paid = [PaymentState::Captured, PaymentState::Authorized];
        assert_eq!(complete, self.payment.is_some_and(|p| paid.contains(&p)));
        let paying = matches!(self.session.state, SessionState::Paying { .. });
        assert_eq!(paying, in_flight == 1);
    }
}

proptest! {
    #[test]
    fn whatever_happens_a_session_is_paid_once_at_most(
        story in prop::collection::vec(happenings(), 0..60)
    ) {
        let mut world = World::new();
        for happening in &story {
            let before = world.session.version;
            world.go(happening);
            world.check();
            prop_assert!(world.session.version >= before);
        }
    }

    #[test]
    fn what_is_over_stays_over(story in prop::collection::vec(happenings(), 0..60)) {
        let mut world = World::new();
        let mut ended: Option<Session> = None;
        for happening in &story {
            world.go(happening);
            match (&world.session.state, &ended) {
                (_, Some(ended)) => prop_assert_eq!(ended, &world.session),
                (
                    SessionState::Complete { .. } | SessionState::Expired | SessionState::Cancelled,
                    None,
                ) => ended = Some(world.session.clone()),
                (
                    SessionState::Open | SessionState::Confirmed | SessionState::Paying { .. },
                    None,
                ) => {}
            }
        }
    }
}
