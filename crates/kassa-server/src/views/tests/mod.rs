//! What a payer is shown.

mod form;

use jiff::Timestamp;
use kassa_wire::merchant::{CustomField, CustomKind, OrderLine};
use kassa_wire::payer::PayerValues;
use kassa_wire::problem::FieldCode;
use kassa_wire::state::{DeclineReason, MethodKind, PaymentState as WireState};
use kassa_wire::view::{ActionKind, FieldKind, SessionView, TransferView};

use super::Links;
use super::session_view;
use crate::domain::{
    Account, Action, Attempt, AttemptId, AttemptState, Brand, CaptureMode, Checkout,
    CheckoutPayment, Chosen, Extras, Funds, Locks, Order, Payment, PaymentCreation, PaymentState,
    ProcessorName, Recipient, Session, SessionDetails, SessionState,
};
use crate::processor::{ManualCapture, Offer, Tokenizer};
use crate::words::{Locale, Words};

const HOSTILE: &str = "<script>alert(1)</script> \u{202e}مرحبا 🎓";

fn noon() -> Timestamp {
    "2026-11-20T12:00:00Z".parse().unwrap()
}

fn recipient() -> Recipient {
    let field = |id: &str, options: &[&str]| CustomField {
        id: id.into(),
        label: HOSTILE.into(),
        required: options.is_empty(),
        kind: CustomKind::Text,
        options: options.iter().map(|&option| option.to_owned()).collect(),
        pattern: None,
        example: None,
    };
    Recipient {
        id: "FWU".parse().unwrap(),
        account: "acc_0000000000000000".parse().unwrap(),
        name: "Universidad de Vallarca".into(),
        country: "ES".parse().unwrap(),
        currency: "EUR".parse().unwrap(),
        fields: vec![
            field("student_id", &[]),
            field("intake", &["Autumn", "Spring"]),
        ],
    }
}

fn order() -> Order {
    let line = |label: &str, amount| OrderLine {
        label: label.into(),
        detail: None,
        amount,
    };
    Order {
        account: recipient().account,
        number: "2026-04417".parse().unwrap(),
        country: "ES".parse().unwrap(),
        amount: kassa_wire::Money {
            amount: 485_000,
            currency: "EUR".parse().unwrap(),
        },
        description: Some(HOSTILE.into()),
        lines: vec![line("Tuition", 500_000), line("Early payment", -15_000)],
        extras: Extras::default(),
        paid_at: None,
    }
}

fn session(payer: &[(&str, &str)]) -> Session {
    let payer = payer
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Session {
        id: "cs_000000000000000000000000".parse().unwrap(),
        account: recipient().account,
        recipient: recipient().id,
        order: order().number,
        amount: order().amount,
        details: SessionDetails::default(),
        capture: CaptureMode::Automatic,
        payment_creation: PaymentCreation::Automatic,
        chosen: Chosen::default(),
        locked_at: None,
        link_asked_at: None,
        payer: payer.collect::<PayerValues>(),
        locks: Locks::default(),
        version: 7,
        state: SessionState::Open,
        created_at: noon(),
        expires_at: "2026-11-20T14:00:00Z".parse().unwrap(),
    }
}

fn checkout(session: Session) -> Checkout {
    let account = Account {
        id: recipient().account,
        name: "Demo".into(),
        origins: vec!["https://shop.example".parse().unwrap()],
        brand: Brand::default(),
    };
    Checkout {
        session,
        account,
        recipient: recipient(),
        order: order(),
        payment: None,
    }
}

fn paying(state: PaymentState, attempt: AttemptState) -> Checkout {
    let session = session(&[]);
    let attempt = Attempt {
        id: AttemptId("att_0000000000000001".into()),
        payment: "FWU744586810".parse().unwrap(),
        session: session.id.clone(),
        key: "k_0000000000000000".parse().unwrap(),
        method: MethodKind::BankTransfer,
        token: None,
        processor: ProcessorName("sandbox".to_owned()),
        reference: None,
        state: attempt,
        created_at: noon(),
        updated_at: noon(),
    };
    let payment = Payment {
        reference: attempt.payment.clone(),
        account: session.account.clone(),
        session: session.id.clone(),
        amount: session.amount,
        capture: CaptureMode::Automatic,
        funds: Funds::default(),
        state,
        created_at: noon(),
        updated_at: noon(),
    };
    Checkout {
        payment: Some(CheckoutPayment { payment, attempt }),
        ..checkout(session)
    }
}

fn view(checkout: &Checkout, locale: &str) -> SessionView {
    let offers = [Offer {
        method: MethodKind::Card,
        tokenizer: Some(Tokenizer {
            url: "/tokens".into(),
            public_key: None,
        }),
        manual_capture: ManualCapture::Offered,
    }];
    session_view(
        checkout,
        None,
        Links {
            offers: &offers,
            confirm_url: "https://pay.example/api/sessions/1/payment".to_owned(),
            now: noon(),
        },
        &Words::load().unwrap(),
        Locale::speaking(locale).unwrap(),
    )
}

#[test]
fn a_payer_reads_everything_in_their_language() {
    let english = view(&checkout(session(&[])), "en");
    assert_eq!(english.total, "€4,850.00");
    assert_eq!(english.order.lines[1].amount, "-€150.00");
    assert_eq!(english.expires, "20 November 2026 at 14:00 UTC");
    assert_eq!(english.expires_at, "2026-11-20T14:00:00Z");
    let spanish = view(&checkout(session(&[])), "es");
    assert_eq!(spanish.total, "4.850,00\u{a0}€");
    assert_eq!(spanish.fields[0].label, "Nombre");
    assert_eq!(spanish.locale, "es");
}

#[test]
fn the_form_asks_in_its_order_and_ends_with_the_recipients_own_questions() {
    let view = view(&checkout(session(&[])), "en");
    let names: Vec<_> = view
        .fields
        .iter()
        .map(|field| field.name.as_str())
        .collect();
    assert_eq!(
        names.join(" "),
        "first_name last_name email phone country address postal_code city region \
         fields.student_id fields.intake"
    );
    let kinds: Vec<_> = view.fields.iter().skip(9).map(|field| field.kind).collect();
    assert_eq!(kinds, [FieldKind::Text, FieldKind::Choice]);
    let choices: Vec<_> = view
        .fields
        .iter()
        .map(|field| field.options.len())
        .collect();
    assert_eq!(choices[..8], [0; 8], "countries come with the language");
    assert_eq!(choices[8], 52, "Spain has 50 provinces and two cities");
}

#[test]
fn what_is_wrong_with_prefilled_information_is_shown_to_the_payer() {
    let prefilled = [
        ("first_name", "Amina"),
        ("last_name", "Haddad"),
        ("email", "amina@example"),
        ("country", "MA"),
        ("address", "12 Rue des Orangers"),
        ("city", "Rabat"),
        ("fields.student_id", "V-20260417"),
    ];
    let view = view(&checkout(session(&prefilled)), "en");
    let problems: Vec<_> = view
        .problems
        .iter()
        .map(|p| (p.field.as_str(), p.code))
        .collect();
    assert_eq!(problems, [("email", FieldCode::InvalidEmail)]);
    assert_eq!(view.payer["email"], "amina@example");
}

#[test]
fn what_no_field_asks_for_is_not_shown() {
    let view = view(
        &checkout(session(&[
            ("internal_note", "bad payer"),
            ("city", "Rabat"),
        ])),
        "en",
    );
    assert_eq!(view.payer.keys().collect::<Vec<_>>(), ["city"]);
}

#[test]
fn hostile_text_is_passed_on_as_text() {
    let view = view(&checkout(session(&[("city", HOSTILE)])), "en");
    assert_eq!(view.order.description.as_deref(), Some(HOSTILE));
    assert_eq!(view.fields[9].label, HOSTILE);
    assert_eq!(view.payer["city"], HOSTILE);
}

#[test]
fn a_link_back_is_never_a_script() {
    for (url, shown) in [
        ("javascript:alert(1)", false),
        ("https://shop.example/", true),
    ] {
        let mut session = session(&[]);
        session.details.return_url = Some(url.into());
        assert_eq!(
            view(&checkout(session), "en").return_url.is_some(),
            shown,
            "{url}"
        );
    }
}

#[test]
fn a_refusal_says_why() {
    let reason = DeclineReason::InsufficientFunds;
    let known = paying(PaymentState::Declined, AttemptState::Declined(reason));
    let payment = view(&known, "en").payment.unwrap();
    assert_eq!(
        (payment.state, payment.decline),
        (WireState::Declined, Some(reason))
    );
}

#[test]
fn a_challenge_says_where() {
    let action = Action {
        kind: ActionKind::Challenge,
        url: "/c/1".into(),
    };
    let known = paying(
        PaymentState::RequiresAction,
        AttemptState::RequiresAction(action),
    );
    let payment = view(&known, "en").payment.unwrap();
    assert_eq!(payment.action.unwrap().url, "/c/1");
}

#[test]
fn a_transfers_amount_is_written_in_the_payers_language() {
    let transfer = TransferView {
        account_holder: "Kassa".into(),
        account_number: "ES91 2100 0418 4502 0005 1332".into(),
        bank_code: "ARNLESM0".into(),
        bank_name: "Banco Arenal".into(),
        reference: "FWU744586810".into(),
        amount: "€4,850.00".into(),
    };
    let known = paying(
        PaymentState::Processing,
        AttemptState::Processing(Some(transfer)),
    );
    let payment = view(&known, "es").payment.unwrap();
    assert_eq!(payment.transfer.unwrap().amount, "4.850,00\u{a0}€");
    assert_eq!(payment.date, "20 de noviembre de 2026 a las 12:00 UTC");
}
