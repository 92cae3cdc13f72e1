//! What frames and merchants' pages say to each other keeps its shape.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

use insta::assert_json_snapshot;
use kassa_wire::embed::{Envelope, FrameMessage, HostMessage, VERSION};
use kassa_wire::state::PaymentState;

fn envelope<M>(message: M) -> Envelope<M> {
    Envelope {
        kassa: VERSION,
        session: "cs_0123456789abcdefghijklmn".parse().unwrap(),
        message,
    }
}

#[test]
fn what_the_frame_says_keeps_its_shape() {
    assert_json_snapshot!(
        "frame_messages",
        [
            FrameMessage::Ready,
            FrameMessage::Height { height: 640 },
            FrameMessage::Change,
            FrameMessage::Confirm,
            FrameMessage::Payment {
                reference: "FWU744586810".parse().unwrap(),
                status: PaymentState::Captured,
                return_url: None,
                confirm_url: None,
            },
            FrameMessage::Error {
                code: "network".to_owned()
            },
            FrameMessage::Cancel,
            FrameMessage::Expired,
            FrameMessage::Locale {
                locale: "es".to_owned()
            },
            FrameMessage::Close,
            FrameMessage::Updated,
            FrameMessage::NotFound,
            FrameMessage::Validate {
                attempt: "0123456789abcdef".parse().unwrap()
            },
            FrameMessage::Locked,
            FrameMessage::LockFailed,
        ]
        .map(envelope)
    );
}

#[test]
fn what_the_merchants_page_says_keeps_its_shape() {
    let attempt = || "0123456789abcdef".parse().unwrap();
    assert_json_snapshot!(
        "host_messages",
        [
            HostMessage::Hello,
            HostMessage::Refresh,
            HostMessage::Lock,
            HostMessage::SetValidate { validate: true },
            HostMessage::Agree { attempt: attempt() },
            HostMessage::Refuse { attempt: attempt() },
            HostMessage::SetLocale {
                locale: "es".to_owned()
            },
        ]
        .map(envelope)
    );
}

#[test]
fn what_a_page_says_is_read_again() {
    let text = serde_json::to_string(&envelope(HostMessage::Hello)).unwrap();
    assert_eq!(
        serde_json::from_str::<Envelope<HostMessage>>(&text).unwrap(),
        envelope(HostMessage::Hello)
    );
}
