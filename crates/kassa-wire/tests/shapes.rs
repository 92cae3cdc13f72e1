//! A snapshot of every JSON shape: whoever changes one sees what merchants and browsers will see.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeMap;

use insta::assert_json_snapshot;
use kassa_wire::merchant::{Attempt, CustomField, CustomKind, List, Payment, Recipient, Session};
use kassa_wire::page::{CheckoutPage, Content, Notice, Page, Theme, Ui};
use kassa_wire::problem::{FieldCode, FieldProblem, Problem, ProblemCode};
use kassa_wire::request::{CardDetails, CardToken, PostPayment, PutPayer};
use kassa_wire::state::{
    CaptureMode, DeclineReason, MethodKind, PaymentCreation, PaymentState, SessionState,
};
use kassa_wire::view::{
    ActionKind, ActionView, FieldKind, FieldMode, FieldView, LineView, MethodView, OptionView,
    OrderView, PaymentView, RecipientView, SessionView, TransferView,
};
use kassa_wire::{Money, SessionId};

fn session_id() -> SessionId {
    "cs_0123456789abcdefghijklmn".parse().unwrap()
}

fn money() -> Money {
    Money {
        amount: 485_000,
        currency: "EUR".parse().unwrap(),
    }
}

fn payer() -> BTreeMap<String, String> {
    BTreeMap::from([
        ("email".to_owned(), "amina@example.com".to_owned()),
        ("fields.student_id".to_owned(), "V-2208817".to_owned()),
    ])
}

fn field() -> FieldView {
    FieldView {
        name: "country".to_owned(),
        label: "Country".to_owned(),
        kind: FieldKind::Country,
        required: true,
        max_length: 2,
        options: std::sync::Arc::new([OptionView {
            value: "NG".to_owned(),
            label: "Nigeria".to_owned(),
        }]),
        pattern: None,
        example: None,
        mode: FieldMode::Editable,
    }
}

fn payment() -> PaymentView {
    PaymentView {
        reference: "FWU744586810".parse().unwrap(),
        state: PaymentState::RequiresAction,
        method: MethodKind::Card,
        amount: "€4,850.00".to_owned(),
        date: "20 November 2026".to_owned(),
        decline: Some(DeclineReason::InsufficientFunds),
        action: Some(ActionView {
            kind: ActionKind::Challenge,
            url: "/sandbox/challenge/1".to_owned(),
        }),
        transfer: Some(transfer()),
        confirm_url: None,
    }
}

fn transfer() -> TransferView {
    TransferView {
        account_holder: "Universidad de Vallarca".to_owned(),
        account_number: "ES91 2100 0418 4502 0005 1332".to_owned(),
        bank_code: "CAIXESBBXXX".to_owned(),
        bank_name: "Banco de Vallarca".to_owned(),
        reference: "FWU744586810".to_owned(),
        amount: "€4,850.00".to_owned(),
    }
}

fn view() -> SessionView {
    SessionView {
        id: session_id(),
        version: 7,
        state: SessionState::Confirmed,
        locale: "en".to_owned(),
        recipient: RecipientView {
            id: "FWU".parse().unwrap(),
            name: "Universidad de Vallarca".to_owned(),
            initials: "UV".to_owned(),
        },
        order: OrderView {
            number: "2026-04417".parse().unwrap(),
            description: Some("Tuition, spring term 2027".to_owned()),
            lines: vec![LineView {
                label: "Tuition fee".to_owned(),
                detail: None,
                amount: "€4,600.00".to_owned(),
            }],
        },
        amount: money(),
        total: "€4,850.00".to_owned(),
        country: "NG".parse().unwrap(),
        fields: vec![field()],
        payer: payer(),
        problems: vec![FieldProblem {
            field: "email".to_owned(),
            code: FieldCode::InvalidEmail,
        }],
        methods: vec![method()],
        payment: Some(payment()),
        expires_at: "2026-11-20T21:14:00Z".to_owned(),
        expires: "20 November 2026, 21:14 UTC".to_owned(),
        return_url: None,
        shipping: Vec::new(),
        discounts: None,
        locked: false,
        link_asked: false,
        origins: vec!["https://shop.example".to_owned()],
        drawn: None,
    }
}

fn method() -> MethodView {
    MethodView {
        kind: MethodKind::Card,
        tokenizer: Some("https://api.stripe.com/v1/payment_methods".to_owned()),
        tokenizer_key: Some("pk_test_1".to_owned()),
    }
}

#[test]
fn a_session_view_keeps_its_shape() {
    assert_json_snapshot!(view());
}

#[test]
fn a_page_keeps_its_shape() {
    let page = Page {
        locale: "en".to_owned(),
        texts: "/api/catalogues/en?v=0123456789ab".to_owned(),
        ui: Ui::Inline,
        theme: Theme::Dark,
        content: Content::Checkout(Box::new(CheckoutPage {
            view: view(),
            attempt_key: "0123456789abcdef".parse().unwrap(),
            editing: true,
            entered: Some(payer()),
            errors: vec![FieldProblem {
                field: "email".to_owned(),
                code: FieldCode::Required,
            }],
            method: Some(MethodKind::Wallet),
            code: Some("SPRING".to_owned()),
            notice: Some(Notice::CardNeedsScripts),
        })),
    };
    assert_json_snapshot!(page);
    assert_json_snapshot!(
        "a_page_without_a_session",
        [Content::NotFound, Content::Trouble]
    );
}

#[test]
fn a_problem_keeps_its_shape() {
    assert_json_snapshot!(Problem {
        title: "Unknown recipient".to_owned(),
        status: 422,
        code: ProblemCode::UnknownRecipient,
        detail: "No recipient has this id.".to_owned(),
        request_id: "req_1".to_owned(),
        errors: vec![FieldProblem {
            field: "recipient".to_owned(),
            code: FieldCode::Unknown
        }],
    });
}

#[test]
fn codes_are_written_as_they_are_documented_and_never_twice() {
    let codes: Vec<String> = ProblemCode::ALL
        .iter()
        .map(|c| serde_json::to_string(c).unwrap())
        .collect();
    let written: Vec<String> = ProblemCode::ALL
        .iter()
        .map(|c| format!("\"{}\"", c.as_str()))
        .collect();
    assert_eq!(codes, written);
    let mut unique = codes.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), codes.len());
    assert_json_snapshot!("problem_codes", codes);
    assert_json_snapshot!("field_codes", FieldCode::ALL);
}

#[test]
fn what_the_merchant_reads_keeps_its_shape() {
    assert_json_snapshot!(
        "recipients",
        List {
            next_cursor: Some("cmVjaXBpZW50czpGV1U".to_owned()),
            data: vec![Recipient {
                id: "FWU".parse().unwrap(),
                name: "Universidad de Vallarca".to_owned(),
                country: "ES".parse().unwrap(),
                currency: "EUR".parse().unwrap(),
                fields: vec![CustomField {
                    id: "student_id".to_owned(),
                    label: "Student ID".to_owned(),
                    required: true,
                    kind: CustomKind::Text,
                    options: vec![],
                    pattern: Some(r"V-\d{7}".to_owned()),
                    example: Some("V-2208817".to_owned()),
                }],
            }]
        }
    );
    assert_json_snapshot!("session", merchant_session());
    assert_json_snapshot!("payment", merchant_payment());
}

fn merchant_session() -> Session {
    Session {
        id: session_id(),
        url: "https://pay.example/v1/view/cs_0123456789abcdefghijklmn/".to_owned(),
        state: SessionState::Open,
        recipient: "FWU".parse().unwrap(),
        order: "2026-04417".parse().unwrap(),
        amount: money(),
        customer_id: Some("c-1".to_owned()),
        description: None,
        return_url: Some("https://shop.example/thanks".to_owned()),
        callback_url: Some("https://shop.example/hooks".to_owned()),
        locale: Some("es".to_owned()),
        capture: CaptureMode::Manual,
        payment_creation: PaymentCreation::Automatic,
        confirm_url: None,
        shipping: None,
        discounts: Vec::new(),
        metadata: BTreeMap::from([("cart".to_owned(), "91".to_owned())]),
        payer: payer(),
        read_only: vec!["email".to_owned()],
        hidden: Vec::new(),
        created_at: "2026-11-20T19:14:00Z".to_owned(),
        expires_at: "2026-11-20T21:14:00Z".to_owned(),
        payment: None,
    }
}

fn merchant_payment() -> Payment {
    Payment {
        reference: "FWU744586810".parse().unwrap(),
        session: session_id(),
        state: PaymentState::Captured,
        amount: money(),
        capture: CaptureMode::Automatic,
        captured: money(),
        capturable: Money {
            amount: 0,
            ..money()
        },
        refunded: Money {
            amount: 0,
            ..money()
        },
        refundable: money(),
        recipient: "FWU".parse().unwrap(),
        order: "2026-04417".parse().unwrap(),
        attempts: vec![Attempt {
            id: "att_0123456789abcdef".to_owned(),
            method: MethodKind::Card,
            state: PaymentState::Captured,
            decline: None,
            created_at: "2026-11-20T19:20:00Z".to_owned(),
        }],
        operations: Vec::new(),
        created_at: "2026-11-20T19:20:00Z".to_owned(),
        updated_at: "2026-11-20T19:20:01Z".to_owned(),
    }
}

#[test]
fn what_the_payers_browser_sends_keeps_its_shape() {
    assert_json_snapshot!("put_payer", PutPayer { payer: payer() });
    assert_json_snapshot!(
        "post_payment",
        [
            PostPayment {
                method: MethodKind::Card,
                token: Some("tok_1".to_owned())
            },
            PostPayment {
                method: MethodKind::BankTransfer,
                token: None
            },
        ]
    );
    assert_json_snapshot!("card_details", card());
    assert_json_snapshot!(
        "card_token",
        CardToken {
            token: "tok_1".to_owned()
        }
    );
}

fn card() -> CardDetails {
    CardDetails {
        number: "4242424242424242".to_owned(),
        expiry_month: 4,
        expiry_year: 2029,
        security_code: "123".to_owned(),
        holder: "Amina Okafor".to_owned(),
    }
}

#[test]
fn a_card_is_never_printed() {
    assert_eq!(format!("{:?}", card()), "CardDetails(***)");
}

#[test]
fn what_was_written_is_read_again() {
    let text = serde_json::to_string(&view()).unwrap();
    assert_eq!(serde_json::from_str::<SessionView>(&text).unwrap(), view());
}

#[test]
fn a_malformed_id_is_refused_by_every_reader() {
    let text = serde_json::to_string(&view())
        .unwrap()
        .replace("\"FWU\"", "\"fwu\"");
    assert!(serde_json::from_str::<SessionView>(&text).is_err());
}
