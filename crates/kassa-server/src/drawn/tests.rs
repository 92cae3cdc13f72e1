//! What is drawn where, and that whatever others wrote stays text.

use std::sync::Arc;

use kassa_wire::page::{Theme, Ui};
use kassa_wire::payer::{PayerValues, field as names};
use kassa_wire::state::{MethodKind, PaymentState, SessionState};
use kassa_wire::view::{
    ActionKind, ActionView, Drawn, FieldKind, FieldMode, FieldView, LineView, OptionView,
    OrderView, PaymentView, RecipientView, SessionView, TransferView,
};

use super::{Look, draw};
use crate::words::{Locale, Words};

const HOSTILE: &str = "</bdi><script>alert(1)</script>\"'";

fn field(name: &str, kind: FieldKind) -> FieldView {
    FieldView {
        name: name.to_owned(),
        label: "Label".to_owned(),
        kind,
        required: true,
        max_length: 100,
        options: Arc::new([OptionView {
            value: "a".to_owned(),
            label: "Autumn".to_owned(),
        }]),
        pattern: None,
        example: None,
        mode: FieldMode::Editable,
    }
}

fn order() -> OrderView {
    OrderView {
        number: "2026-04417".parse().unwrap(),
        description: Some(HOSTILE.to_owned()),
        lines: vec![LineView {
            label: HOSTILE.to_owned(),
            detail: Some(HOSTILE.to_owned()),
            amount: "€4,850.00".to_owned(),
        }],
    }
}

fn fields() -> Vec<FieldView> {
    vec![
        field(names::LAST_NAME, FieldKind::Text),
        field(names::FIRST_NAME, FieldKind::Text),
        field(names::COUNTRY, FieldKind::Country),
        field(names::ADDRESS, FieldKind::Text),
        field(names::POSTAL_CODE, FieldKind::Text),
        field(names::CITY, FieldKind::Text),
        field("fields.intake", FieldKind::Choice),
    ]
}

fn payer() -> PayerValues {
    [
        (names::FIRST_NAME, "Amina"),
        (names::LAST_NAME, HOSTILE),
        (names::EMAIL, "amina@example.com"),
        (names::COUNTRY, "NG"),
        (names::ADDRESS, "14 Awolowo Road"),
        (names::POSTAL_CODE, "101233"),
        (names::CITY, "Ikoyi"),
        ("fields.intake", "a"),
    ]
    .map(|(name, text)| (name.to_owned(), text.to_owned()))
    .into()
}

fn view(state: SessionState) -> SessionView {
    SessionView {
        id: "cs_000000000000000000000000".parse().unwrap(),
        version: 7,
        state,
        locale: "en".to_owned(),
        recipient: RecipientView {
            id: "FWU".parse().unwrap(),
            name: HOSTILE.to_owned(),
            initials: "U".to_owned(),
        },
        order: order(),
        amount: kassa_wire::Money {
            amount: 485_000,
            currency: "EUR".parse().unwrap(),
        },
        total: "€4,850.00".to_owned(),
        shipping: Vec::new(),
        discounts: None,
        country: "NG".parse().unwrap(),
        fields: fields(),
        payer: payer(),
        problems: Vec::new(),
        methods: Vec::new(),
        payment: None,
        expires_at: "2026-11-20T21:14:00Z".to_owned(),
        expires: "20 November 2026, 21:14 UTC".to_owned(),
        return_url: Some("https://shop.example/?a=1&b=\"".to_owned()),
        locked: false,
        link_asked: false,
        origins: Vec::new(),
        drawn: None,
    }
}

fn paying(method: MethodKind) -> SessionView {
    let payment = PaymentView {
        reference: "FWU744586810".parse().unwrap(),
        state: PaymentState::RequiresAction,
        method,
        amount: "€4,850.00".to_owned(),
        date: "20 November 2026, 19:14 UTC".to_owned(),
        decline: None,
        action: None,
        transfer: None,
        confirm_url: None,
    };
    SessionView {
        payment: Some(payment),
        ..view(SessionState::Paying)
    }
}

fn acting(method: MethodKind, kind: ActionKind) -> SessionView {
    let mut view = paying(method);
    let url = "https://bank.example/?a=1&b=2".to_owned();
    view.payment.as_mut().unwrap().action = Some(ActionView { kind, url });
    view
}

fn drawn(view: &SessionView, ui: Ui) -> Drawn {
    let words = Words::load().unwrap();
    let locale = Locale::speaking(&view.locale).unwrap();
    draw(&Look::new(&words, locale, (ui, Theme::Dark)), view)
}

#[test]
fn whatever_others_wrote_is_text() {
    for state in [
        SessionState::Open,
        SessionState::Confirmed,
        SessionState::Complete,
    ] {
        let drawn = drawn(&view(state), Ui::Hosted);
        for piece in [&drawn.order, &drawn.screen] {
            assert!(!piece.contains("<script"), "{piece}");
            assert!(!piece.contains("b=\"\""), "{piece}");
        }
        assert!(drawn.order.contains("&lt;script&gt;"), "{}", drawn.order);
    }
}

#[test]
fn a_summary_reads_as_the_form_asks_and_leads_back_to_it() {
    let screen = drawn(&view(SessionState::Open), Ui::Inline).screen;
    let asked = "14 Awolowo Road, 101233 Ikoyi, Nigeria";
    assert!(screen.contains(asked), "{screen}");
    assert!(screen.contains("Label: Autumn"), "{screen}");
    let family_first = screen.find("&lt;script").unwrap() < screen.find("Amina").unwrap();
    assert!(family_first, "{screen}");
    let form =
        "/v1/view/cs_000000000000000000000000/?locale=en&amp;ui=inline&amp;theme=dark&amp;edit=1";
    assert!(screen.contains(form), "{screen}");
}

#[test]
fn a_wallet_is_left_for_in_a_page_and_beside_a_frame() {
    let away = acting(MethodKind::Wallet, ActionKind::Redirect);
    let page = drawn(&away, Ui::Hosted).screen;
    assert!(page.contains("Continue to your wallet"), "{page}");
    assert!(!page.contains("_blank"), "{page}");
    let frame = drawn(&away, Ui::Inline).screen;
    assert!(
        frame.contains("target=\"_blank\" rel=\"noopener\""),
        "{frame}"
    );
    for said in ["window that has opened", "did not open the window"] {
        let after = frame.split_once(said).unwrap().0;
        let paragraph = after.rsplit_once("<p ").unwrap().1;
        assert!(paragraph.contains(" hidden"), "{paragraph}");
    }
    assert!(frame.contains("target=\"_top\""), "{frame}");
}

#[test]
fn a_bank_is_framed_or_gone_to_and_can_be_asked_after_by_hand() {
    let framed = drawn(&acting(MethodKind::Card, ActionKind::Challenge), Ui::Hosted).screen;
    assert!(
        framed.contains("<iframe src=\"https://bank.example/?a=1&amp;b=2\""),
        "{framed}"
    );
    let away = drawn(&acting(MethodKind::Card, ActionKind::Redirect), Ui::Hosted).screen;
    assert!(away.contains("then come back here"), "{away}");
    assert!(away.contains("Go to your bank"), "{away}");
    for screen in [framed, away] {
        assert!(screen.contains("Check again"), "{screen}");
    }
}

#[test]
fn a_transfer_in_euro_has_a_picture_and_any_has_its_words() {
    let mut view = paying(MethodKind::BankTransfer);
    view.payment.as_mut().unwrap().transfer = Some(TransferView {
        account_holder: "Universidad".to_owned(),
        account_number: "ES91 2100 0418 4502 0005 1332".to_owned(),
        bank_code: "CAIXESBBXXX".to_owned(),
        bank_name: String::new(),
        reference: "FWU744586810".to_owned(),
        amount: "€4,850.00".to_owned(),
    });
    let screen = drawn(&view, Ui::Hosted).screen;
    assert!(screen.contains("<svg"), "{screen}");
    assert!(screen.contains("data-text=\"FWU744586810\""), "{screen}");
    assert!(!screen.contains("<dt>Bank</dt>"), "an empty fact is none");
    view.amount.currency = "USD".parse().unwrap();
    let screen = drawn(&view, Ui::Hosted).screen;
    assert!(!screen.contains("<svg"), "{screen}");
    assert!(screen.contains("ES91 2100"), "{screen}");
}

#[test]
fn who_comes_too_late_can_ask_for_a_new_link_once() {
    for state in [SessionState::Expired, SessionState::Cancelled] {
        let mut view = view(state);
        let screen = drawn(&view, Ui::Hosted).screen;
        assert!(screen.contains("value=\"link\""), "{screen}");
        assert!(!screen.contains("<dl"), "nothing was paid: {screen}");
        view.link_asked = true;
        let screen = drawn(&view, Ui::Hosted).screen;
        assert!(!screen.contains("<form"), "{screen}");
        assert!(screen.contains("We have told"), "{screen}");
    }
}
