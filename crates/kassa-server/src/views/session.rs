//! Everything that the payer's screen needs.

use jiff::Timestamp;
use kassa_wire::Money;
use kassa_wire::merchant::{OrderLine, ShippingOption};
use kassa_wire::payer::PayerValues;
use kassa_wire::view::{
    DiscountsView, LineView, MethodView, OrderView, RecipientView, SessionView, ShippingView,
};

use super::initials::initials;
use super::payer_form::PayerForm;
use super::payment::payment_view;
use super::states::session_state;
use crate::domain::{Checkout, Order, Recipient, Session};
use crate::processor::Offer;
use crate::words::{Locale, Words, amount, moment};

/// What a session's view knows beyond the records.
#[derive(Clone, Debug)]
pub struct Links<'a> {
    /// The ways in which it can be paid.
    pub offers: &'a [Offer],
    /// Where the merchant's server creates a payment that is only announced.
    pub confirm_url: String,
    /// Now.
    pub now: Timestamp,
}

/// A session as its payer sees it, in a language, with the ways in which it can be paid. The fields
/// are those of the country that was `typed`, else of the one that is known.
#[must_use]
pub fn session_view(
    checkout: &Checkout,
    typed: Option<&PayerValues>,
    links: Links<'_>,
    words: &Words,
    locale: Locale,
) -> SessionView {
    let session = &checkout.session;
    let known = PayerForm::of(checkout, &session.payer, words, locale);
    let typed = typed.map(|typed| PayerForm::of(checkout, typed, words, locale));
    let typed = typed.unwrap_or_else(|| known.clone());
    SessionView {
        id: session.id.clone(),
        version: session.version,
        state: session_state(&session.state),
        locale: locale.code().to_owned(),
        recipient: recipient_view(&checkout.recipient),
        order: order_view(checkout, locale),
        amount: session.amount,
        total: amount(session.amount, locale),
        problems: known.problems(),
        shipping: shipping_views(checkout, locale),
        discounts: discounts_view(checkout),
        country: typed.country(),
        payer: known.shown_values(),
        fields: typed.into_shown(),
        methods: links.offers.iter().map(method_view).collect(),
        payment: checkout
            .payment
            .as_ref()
            .map(|payment| payment_view(payment, links.confirm_url, locale)),
        expires_at: session.expires_at.to_string(),
        expires: moment(session.expires_at, locale),
        return_url: return_url(session),
        locked: session.is_locked(links.now),
        link_asked: session.link_asked_at.is_some(),
        origins: checkout
            .account
            .origins
            .iter()
            .map(|o| o.as_str().to_owned())
            .collect(),
        drawn: None,
    }
}

fn recipient_view(recipient: &Recipient) -> RecipientView {
    RecipientView {
        id: recipient.id.clone(),
        name: recipient.name.clone(),
        initials: initials(&recipient.name),
    }
}

fn order_view(checkout: &Checkout, locale: Locale) -> OrderView {
    let order = &checkout.order;
    let description = checkout
        .session
        .details
        .description
        .as_ref()
        .or(order.description.as_ref());
    let currency = order.amount.currency;
    let added = order.lines_of(&checkout.session.chosen);
    let lines = own_lines(order, &added).into_iter().chain(added);
    let line = |line: OrderLine| LineView {
        label: line.label,
        detail: line.detail,
        amount: amount(
            Money {
                amount: line.amount,
                currency,
            },
            locale,
        ),
    };
    OrderView {
        number: order.number.clone(),
        description: description.cloned(),
        lines: lines.map(line).collect(),
    }
}

/// The order's own lines. Where it has none and something comes on top of its price, its price is
/// a line too, or the lines would not add up.
fn own_lines(order: &Order, added: &[OrderLine]) -> Vec<OrderLine> {
    if !order.lines.is_empty() || added.is_empty() {
        return order.lines.clone();
    }
    vec![OrderLine {
        label: order.number.to_string(),
        detail: None,
        amount: order.amount.amount,
    }]
}

fn shipping_views(checkout: &Checkout, locale: Locale) -> Vec<ShippingView> {
    let chosen = checkout.session.chosen.shipping.as_ref();
    let currency = checkout.order.amount.currency;
    let view = |option: &ShippingOption| ShippingView {
        id: option.id.clone(),
        label: option.label.clone(),
        detail: option.detail.clone(),
        group: option.group.clone(),
        amount: amount(
            Money {
                amount: option.amount,
                currency,
            },
            locale,
        ),
        chosen: chosen == Some(&option.id),
    };
    let options = checkout.order.extras.shipping_options.iter();
    options.map(view).collect()
}

fn discounts_view(checkout: &Checkout) -> Option<DiscountsView> {
    let takes_codes = !checkout.order.extras.discounts.is_empty();
    takes_codes.then(|| DiscountsView {
        codes: checkout.session.chosen.discounts.clone(),
    })
}

fn method_view(offer: &Offer) -> MethodView {
    let tokenizer = offer.tokenizer.as_ref();
    MethodView {
        kind: offer.method,
        tokenizer: tokenizer.map(|it| it.url.clone()),
        tokenizer_key: tokenizer.and_then(|it| it.public_key.clone()),
    }
}

/// A link that the page offers leads to a page, whatever was stored.
fn return_url(session: &Session) -> Option<String> {
    let is_page = |url: &&String| url.starts_with("https://") || url.starts_with("http://");
    session.details.return_url.as_ref().filter(is_page).cloned()
}
