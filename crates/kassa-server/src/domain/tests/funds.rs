//! What moves of a payment's money: every operation in every state, and histories that nobody
//! thought of.

use kassa_wire::Money;
use proptest::prelude::*;

use super::session::{NOON, time};
use crate::domain::{
    CaptureMode, Finality, Funds, MoneyRefusal as R, OperationKind as K, Payment, PaymentEvent,
    PaymentState as S,
};

const CAPTURE: K = K::Capture(Finality::More);
const LAST: K = K::Capture(Finality::Final);

fn euros(amount: i64) -> Money {
    Money {
        amount,
        currency: "EUR".parse().unwrap(),
    }
}

fn payment(state: S) -> Payment {
    Payment {
        reference: "FWU744586810".parse().unwrap(),
        account: "acc_0000000000000001".parse().unwrap(),
        session: "cs_0123456789abcdefghijklmn".parse().unwrap(),
        amount: euros(100),
        capture: CaptureMode::Manual,
        funds: Funds::default(),
        state,
        created_at: time(NOON),
        updated_at: time(NOON),
    }
}

fn done(payment: Payment, kind: K, amount: i64) -> Result<Payment, R> {
    let begun = payment.begin(kind, euros(amount), time(NOON))?;
    begun.finish(kind, euros(amount), time(NOON))
}

fn authorized() -> Payment {
    payment(S::Authorized)
}

fn captured() -> Payment {
    payment(S::Created)
        .after(PaymentEvent::Captured, time(NOON))
        .unwrap()
}

#[test]
fn what_is_captured_at_once_is_all_of_it() {
    let payment = captured();
    assert_eq!(payment.funds, Funds::all_captured(euros(100)));
    assert_eq!((payment.capturable(), payment.refundable()), (0, 100));
}

#[test]
fn reserved_money_is_taken_bit_by_bit_until_all_of_it_is() {
    let first = done(authorized(), CAPTURE, 30).unwrap();
    assert_eq!(
        (first.state, first.capturable()),
        (S::PartiallyCaptured, 70)
    );
    assert_eq!(first.refundable(), 0, "more may still be taken");
    let second = done(first, CAPTURE, 70).unwrap();
    assert_eq!((second.state, second.refundable()), (S::Captured, 100));
    assert_eq!(second.funds.finality, Finality::Final);
}

#[test]
fn a_final_capture_lets_the_rest_go() {
    let payment = done(authorized(), LAST, 30).unwrap();
    assert_eq!(payment.state, S::PartiallyCaptured);
    assert_eq!((payment.capturable(), payment.refundable()), (0, 30));
    let more = payment.clone().begin(CAPTURE, euros(1), time(NOON));
    assert_eq!(more, Err(R::WrongState(S::PartiallyCaptured)));
    let refunded = done(payment, K::Refund, 30).unwrap();
    assert_eq!(refunded.state, S::Refunded);
}

#[test]
fn nobody_takes_more_than_was_reserved_or_returns_more_than_was_taken() {
    let too_much = authorized().begin(CAPTURE, euros(101), time(NOON));
    assert_eq!(too_much, Err(R::TooMuch { left: 100 }));
    let under_way = captured().begin(K::Refund, euros(60), time(NOON)).unwrap();
    assert_eq!(under_way.refundable(), 40);
    let second = under_way.clone().begin(K::Refund, euros(41), time(NOON));
    assert_eq!(second, Err(R::TooMuch { left: 40 }));
    let all = under_way.begin(K::Refund, euros(40), time(NOON)).unwrap();
    let rest = all.clone().begin(K::Refund, euros(0), time(NOON));
    assert_eq!(rest, Err(R::TooMuch { left: 0 }), "all that is left");
}

#[test]
fn an_amount_is_more_than_nothing_and_in_the_payments_currency() {
    let yen = Money {
        amount: 1,
        currency: "JPY".parse().unwrap(),
    };
    for (payment, kind) in [
        (authorized(), CAPTURE),
        (authorized(), K::Void),
        (captured(), K::Refund),
    ] {
        for amount in [0, -1, i64::MIN] {
            let begun = payment.clone().begin(kind, euros(amount), time(NOON));
            assert_eq!(begun, Err(R::Nothing), "{kind:?} {amount}");
        }
        let most = payment.clone().begin(kind, euros(i64::MAX), time(NOON));
        assert_eq!(most, Err(R::TooMuch { left: 100 }));
        assert_eq!(payment.begin(kind, yen, time(NOON)), Err(R::OtherCurrency));
    }
}

#[test]
fn only_one_capture_or_void_is_under_way_at_a_time() {
    let capturing = authorized().begin(CAPTURE, euros(10), time(NOON)).unwrap();
    for kind in [CAPTURE, LAST, K::Void] {
        let second = capturing.clone().begin(kind, euros(10), time(NOON));
        assert_eq!(second, Err(R::UnderWay), "{kind:?}");
    }
    let given_up = capturing.give_up(CAPTURE, euros(10), time(NOON)).unwrap();
    assert_eq!(given_up, authorized());
    assert_eq!(done(given_up, K::Void, 100).unwrap().state, S::Voided);
}

#[test]
fn a_refund_that_failed_leaves_the_money_to_be_refunded() {
    let begun = captured().begin(K::Refund, euros(60), time(NOON)).unwrap();
    let failed = begun.give_up(K::Refund, euros(60), time(NOON)).unwrap();
    assert_eq!(failed, captured());
}

#[test]
fn money_that_nobody_asked_for_does_not_move() {
    for kind in [CAPTURE, LAST, K::Void] {
        let finished = authorized().finish(kind, euros(1), time(NOON));
        assert_eq!(finished, Err(R::Inconsistent), "{kind:?}");
    }
    let refund = captured().finish(K::Refund, euros(1), time(NOON));
    assert_eq!(refund, Err(R::Inconsistent));
    assert_eq!(
        captured().give_up(K::Refund, euros(1), time(NOON)),
        Err(R::Inconsistent)
    );
}

#[test]
fn each_operation_has_its_states_and_no_others() {
    let states = [
        S::Created,
        S::RequiresAction,
        S::Processing,
        S::Authorized,
        S::Captured,
        S::PartiallyCaptured,
        S::Voided,
        S::Declined,
        S::Failed,
        S::PartiallyRefunded,
        S::Refunded,
    ];
    for state in states {
        let refused = |kind| payment(state).begin(kind, euros(1), time(NOON)).is_err();
        let reserved = [S::Authorized, S::PartiallyCaptured].contains(&state);
        assert_eq!(!refused(CAPTURE), reserved, "{state:?}");
        assert_eq!(!refused(K::Void), state == S::Authorized, "{state:?}");
        assert!(refused(K::Refund), "nothing was captured: {state:?}");
    }
    let open = payment(S::PartiallyCaptured).begin(K::Refund, euros(1), time(NOON));
    assert_eq!(open, Err(R::NotFinal));
}

#[test]
fn sums_that_overflow_are_an_error() {
    let mut huge = captured();
    huge.funds.refunded = i64::MAX;
    huge.funds.refunding = 1;
    assert_eq!(huge.refundable(), 0);
    let finished = huge.finish(K::Refund, euros(1), time(NOON));
    assert_eq!(finished, Err(R::Inconsistent));
}

/// Something that may happen to a payment's money.
#[derive(Clone, Debug)]
enum Happening {
    Begin(K, i64),
    Finish(usize),
    GiveUp(usize),
}

fn kinds() -> impl Strategy<Value = K> {
    prop_oneof![
        1 => Just(CAPTURE),
        1 => Just(LAST),
        1 => Just(K::Void),
        3 => Just(K::Refund),
    ]
}

fn happenings() -> impl Strategy<Value = Happening> {
    prop_oneof![
        3 => (kinds(), -5..120_i64).prop_map(|(kind, amount)| Happening::Begin(kind, amount)),
        2 => (0..4_usize).prop_map(Happening::Finish),
        1 => (0..4_usize).prop_map(Happening::GiveUp),
    ]
}

/// A payment, what is under way, and what a simple model says of the money.
struct World {
    payment: Payment,
    under_way: Vec<(K, i64)>,
    taken: i64,
    returned: i64,
}

impl World {
    fn go(&mut self, happening: &Happening) {
        match happening {
            Happening::Begin(kind, amount) => {
                let begun = self
                    .payment
                    .clone()
                    .begin(*kind, euros(*amount), time(NOON));
                if let Ok(begun) = begun {
                    self.payment = begun;
                    self.under_way.push((*kind, *amount));
                }
            }
            Happening::Finish(which) if *which < self.under_way.len() => {
                let (kind, amount) = self.under_way.remove(*which);
                let payment = self.payment.clone();
                self.payment = payment.finish(kind, euros(amount), time(NOON)).unwrap();
                match kind {
                    K::Capture(_) => self.taken += amount,
                    K::Refund => self.returned += amount,
                    K::Void => {}
                }
            }
            Happening::GiveUp(which) if *which < self.under_way.len() => {
                let (kind, amount) = self.under_way.remove(*which);
                let payment = self.payment.clone();
                self.payment = payment.give_up(kind, euros(amount), time(NOON)).unwrap();
            }
            Happening::Finish(_) | Happening::GiveUp(_) => {}
        }
    }

    fn check(&self) {
        let funds = self.payment.funds;
        assert_eq!(
            (funds.captured, funds.refunded),
            (self.taken, self.returned)
        );
        assert!(funds.captured + funds.capturing <= 100, "{funds:?}");
        assert!(
            funds.refunded + funds.refunding <= funds.captured,
            "{funds:?}"
        );
        let voided = self.payment.state == S::Voided;
        assert!(!voided || funds == Funds::default(), "{funds:?}");
        let all = self.payment.state == S::Refunded;
        assert_eq!(all, self.returned > 0 && self.returned == self.taken);
    }
}

#[test]
fn what_comes_back_from_the_payers_bank_can_be_returned_again() {
    let now = time(NOON);
    let returned = |payment, amount| done(payment, K::Refund, amount).unwrap();
    let refunded = returned(returned(captured(), 40), 60);
    assert_eq!(refunded.state, S::Refunded);
    let part = refunded.take_back(euros(60), now).unwrap();
    assert_eq!((part.state, part.refundable()), (S::PartiallyRefunded, 60));
    let all = part.clone().take_back(euros(40), now).unwrap();
    assert_eq!((all.state, all.refundable()), (S::Captured, 100));
    let too_much = part.take_back(euros(41), now);
    assert_eq!(too_much, Err(R::Inconsistent));
    let never = all.take_back(euros(1), now);
    assert_eq!(never, Err(R::WrongState(S::Captured)));
}

proptest! {
    #[test]
    fn whatever_happens_refunds_never_exceed_captures(
        story in prop::collection::vec(happenings(), 0..60),
        manual in any::<bool>(),
    ) {
        let payment = if manual { authorized() } else { captured() };
        let taken = payment.funds.captured;
        let mut world = World { payment, under_way: Vec::new(), taken, returned: 0 };
        for happening in &story {
            world.go(happening);
            world.check();
        }
    }
}
