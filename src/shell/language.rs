//! Another language, while everything that was typed stays.

use super::message::{Message, Translation};
use crate::api::{self, Asked};
use crate::checkout::Failure;

/// Reads the texts and the session in the wanted language.
pub(super) async fn fetch(wanted: Asked) -> Message {
    Message::LanguageArrived(translate(wanted).await.map(Box::new))
}

async fn translate(wanted: Asked) -> Result<Translation, Failure> {
    let address = ["/api/catalogues/", &wanted.locale].concat();
    let texts = api::get_texts(address).ask().await?;
    let locale = wanted.locale.clone();
    let view = api::get_view(&wanted).ask().await?;
    Ok((locale, view, texts))
}
