//! Writes every screen as an HTML file, with the page's own styles, to look at:
//! `cargo run --example screens --features ssr -- FOLDER`.

#[path = "../tests/fixture/mod.rs"]
#[expect(
    clippy::unwrap_used,
    reason = "a fixture that cannot be made is a mistake in it"
)]
mod fixture;

use std::path::Path;

use fixture::{checkout_page, declined_view, page, page_of, paid_view, payment, transfer, view};
use kassa_wire::page::{CheckoutPage, Content, Notice, Page, Ui};
use kassa_wire::problem::{FieldCode, FieldProblem};
use kassa_wire::state::{DeclineReason, MethodKind, PaymentState, SessionState};
use kassa_wire::view::{ActionKind, ActionView, SessionView};

fn problem(field: &str, code: FieldCode) -> FieldProblem {
    FieldProblem {
        field: field.to_owned(),
        code,
    }
}

fn editing(change: impl FnOnce(&mut CheckoutPage)) -> Page {
    let mut checkout = CheckoutPage {
        editing: true,
        ..checkout_page(view(SessionState::Open))
    };
    change(&mut checkout);
    page(Content::Checkout(Box::new(checkout)))
}

fn refused() -> Page {
    editing(|checkout| {
        let mut entered = fixture::payer();
        entered.insert("email".to_owned(), "amina@example".to_owned());
        entered.insert("city".to_owned(), String::new());
        checkout.entered = Some(entered);
        checkout.errors = vec![
            problem("email", FieldCode::InvalidEmail),
            problem("city", FieldCode::Required),
        ];
    })
}

fn choosing(method: MethodKind, notice: Option<Notice>) -> Page {
    let checkout = checkout_page(view(SessionState::Confirmed));
    page(Content::Checkout(Box::new(CheckoutPage {
        method: Some(method),
        notice,
        ..checkout
    })))
}

fn under_way(action: Option<ActionKind>) -> SessionView {
    let mut view = paid_view(SessionState::Paying, PaymentState::Processing);
    let mut under_way = payment(PaymentState::Processing);
    under_way.action = action.map(|kind| ActionView {
        kind,
        url: "about:blank".to_owned(),
    });
    view.payment = Some(under_way);
    view
}

fn awaiting_transfer() -> SessionView {
    let mut view = under_way(None);
    if let Some(payment) = &mut view.payment {
        payment.transfer = Some(transfer());
    }
    view
}

fn screens() -> Vec<(&'static str, Page)> {
    let mut all = asking();
    all.extend(waiting());
    all.extend(ended());
    all
}

fn asking() -> Vec<(&'static str, Page)> {
    let stale = editing(|checkout| checkout.notice = Some(Notice::Stale));
    let trouble = choosing(MethodKind::Wallet, Some(Notice::Trouble));
    let declined = page_of(declined_view(DeclineReason::InsufficientFunds));
    let inline = |page| Page {
        ui: Ui::Inline,
        ..page
    };
    vec![
        ("summary", page_of(view(SessionState::Open))),
        ("form", editing(|_| {})),
        ("form-errors", refused()),
        ("form-stale", stale),
        ("payment-card", choosing(MethodKind::Card, None)),
        ("payment-transfer", choosing(MethodKind::BankTransfer, None)),
        ("payment-trouble", trouble),
        ("declined", declined),
        ("inline-form", inline(editing(|_| {}))),
        ("inline-payment", inline(choosing(MethodKind::Card, None))),
    ]
}

fn waiting() -> Vec<(&'static str, Page)> {
    let acting = |kind| page_of(under_way(Some(kind)));
    vec![
        ("challenge", acting(ActionKind::Challenge)),
        ("redirect", acting(ActionKind::Redirect)),
        ("following", page_of(under_way(None))),
        ("pending", page_of(awaiting_transfer())),
    ]
}

fn ended() -> Vec<(&'static str, Page)> {
    let paid = paid_view(SessionState::Complete, PaymentState::Captured);
    vec![
        ("paid", page_of(paid)),
        ("expired", page_of(view(SessionState::Expired))),
        ("cancelled", page_of(view(SessionState::Cancelled))),
        ("not-found", page(Content::NotFound)),
        ("trouble", page(Content::Trouble)),
    ]
}

fn styles() -> std::io::Result<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("styles");
    let files = [
        "tokens.css",
        "page.css",
        "order.css",
        "form.css",
        "outcome.css",
    ];
    files
        .into_iter()
        .map(|file| std::fs::read_to_string(folder.join(file)))
        .collect()
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let folder = std::env::args()
        .nth(1)
        .unwrap_or_else(|| "target/screens".to_owned());
    std::fs::create_dir_all(&folder)?;
    let styles = styles()?;
    for (name, page) in screens() {
        let ui = if page.ui == Ui::Inline {
            "inline"
        } else {
            "hosted"
        };
        let body = kassa::render::render_page(page, fixture::words()).await;
        let html = format!(
            "<!doctype html><html lang=\"en\" data-ui=\"{ui}\"><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <title>{name}</title><style>{styles}</style><div id=\"kassa\">{body}</div></html>"
        );
        std::fs::write(Path::new(&folder).join(format!("{name}.html")), html)?;
    }
    Ok(())
}
