//! Every state of a payment against every event: 121 pairs.

use crate::domain::{PaymentEvent as E, PaymentRefusal, PaymentState as S};

const STATES: [S; 11] = [
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

const EVENTS: [E; 11] = [
    E::Retried,
    E::ActionRequired,
    E::Processing,
    E::Authorized,
    E::Captured,
    E::PartlyCaptured,
    E::Voided,
    E::Declined,
    E::Failed,
    E::PartlyRefunded,
    E::Refunded,
];

/// Everything that may happen; what is not here must not.
const ALLOWED: [(S, E, S); 30] = [
    (S::Created, E::ActionRequired, S::RequiresAction),
    (S::Created, E::Processing, S::Processing),
    (S::Created, E::Authorized, S::Authorized),
    (S::Created, E::Captured, S::Captured),
    (S::Created, E::Declined, S::Declined),
    (S::Created, E::Failed, S::Failed),
    (S::RequiresAction, E::ActionRequired, S::RequiresAction),
    (S::RequiresAction, E::Processing, S::Processing),
    (S::RequiresAction, E::Authorized, S::Authorized),
    (S::RequiresAction, E::Captured, S::Captured),
    (S::RequiresAction, E::Declined, S::Declined),
    (S::RequiresAction, E::Failed, S::Failed),
    (S::Processing, E::ActionRequired, S::RequiresAction),
    (S::Processing, E::Processing, S::Processing),
    (S::Processing, E::Authorized, S::Authorized),
    (S::Processing, E::Captured, S::Captured),
    (S::Processing, E::Declined, S::Declined),
    (S::Processing, E::Failed, S::Failed),
    (S::Authorized, E::Captured, S::Captured),
    (S::Authorized, E::PartlyCaptured, S::PartiallyCaptured),
    (S::Authorized, E::Voided, S::Voided),
    (S::PartiallyCaptured, E::Captured, S::Captured),
    (
        S::PartiallyCaptured,
        E::PartlyCaptured,
        S::PartiallyCaptured,
    ),
    (
        S::PartiallyCaptured,
        E::PartlyRefunded,
        S::PartiallyRefunded,
    ),
    (S::PartiallyCaptured, E::Refunded, S::Refunded),
    (S::Captured, E::PartlyRefunded, S::PartiallyRefunded),
    (S::Captured, E::Refunded, S::Refunded),
    (S::Declined, E::Retried, S::Created),
    (
        S::PartiallyRefunded,
        E::PartlyRefunded,
        S::PartiallyRefunded,
    ),
    (S::PartiallyRefunded, E::Refunded, S::Refunded),
];

#[test]
fn a_payment_moves_as_it_may_and_in_no_other_way() {
    for state in STATES {
        for event in EVENTS {
            let allowed = ALLOWED
                .iter()
                .find(|(from, by, _)| *from == state && *by == event);
            let expected = allowed
                .map(|(_, _, to)| *to)
                .ok_or(PaymentRefusal { state, event });
            assert_eq!(state.after(event), expected, "{state:?} after {event:?}");
        }
    }
}

#[test]
fn money_that_was_returned_or_never_taken_does_not_move_again() {
    for state in [S::Voided, S::Failed, S::Refunded] {
        assert!(
            EVENTS.iter().all(|event| state.after(*event).is_err()),
            "{state:?}"
        );
    }
}
