//! What somebody does at a checkout in half a minute: everything once.

use serde_json::json;

use crate::bench::payer::{CARD_NUMBER, FIRST_NAME, Payer};
use crate::demo::{Api, DemoSession};
use crate::failure::Failure;

/// Somewhere else each time: places, orders of fields and alphabets differ.
const ELSEWHERE: [&str; 5] = ["US", "JP", "DE", "BR", "NG"];
/// Another one each time, so that the form has something to confirm.
const CITIES: [&str; 5] = ["Getafe", "Madrid", "Parla", "Arganda", "Coslada"];
const LANGUAGES: [&str; 5] = ["fr", "de", "ar", "ja", "es"];

/// Goes through the whole form once, to the payment and back. Answers how many keys that took.
pub(super) async fn round(
    payer: Payer<'_>,
    merchant: &Api,
    session: &DemoSession,
    round: u64,
) -> Result<u64, Failure> {
    let turn = usize::try_from(round).unwrap_or_default();
    let mut keys = information(payer, at(&ELSEWHERE, turn), at(&CITIES, turn)).await?;
    payer.speaks(at(&LANGUAGES, turn)).await;
    payer.speaks("en").await;
    let description = format!("What is paid, in its edition {round}");
    let change = json!({ "description": description });
    merchant.change(session, &change).await?;
    // Who confirms before has to look again, which is right and would be another round.
    payer.sees(&description).await;
    payer.confirms().await;
    keys += payment(payer).await?;
    payer.changes().await;
    Ok(keys)
}

fn at(all: &[&'static str; 5], turn: usize) -> &'static str {
    all.get(turn % all.len()).copied().unwrap_or_default()
}

async fn information(payer: Payer<'_>, elsewhere: &str, city: &str) -> Result<u64, Failure> {
    let mut keys = Keys(payer, 0);
    payer.empties(FIRST_NAME).await?;
    keys.write("[name=email]", "amina@").await?;
    keys.write("[name=last_name]", "Diallo").await?;
    keys.write(FIRST_NAME, "Amina").await?;
    keys.write("[name=email]", "amina.diallo@example.com")
        .await?;
    payer.chooses("[name=country]", elsewhere).await;
    keys.write("[name=address]", "14 Long Road").await?;
    payer.chooses("[name=country]", "ES").await;
    keys.write("[name=address]", "Calle Mayor 1").await?;
    keys.write("[name=city]", city).await?;
    Ok(keys.1)
}

async fn payment(payer: Payer<'_>) -> Result<u64, Failure> {
    let mut keys = Keys(payer, 0);
    payer.presses("input[name=method][value=card]").await;
    keys.write(CARD_NUMBER, "4242424242424241").await?;
    keys.write("[autocomplete=cc-exp]", "0435").await?;
    keys.write(CARD_NUMBER, "4242424242424242").await?;
    keys.write("[autocomplete=cc-csc]", "123").await?;
    payer.presses("input[name=method]:not([value=card])").await;
    payer.presses("input[name=method][value=card]").await;
    Ok(keys.1)
}

/// Who writes, and how many keys that took so far.
struct Keys<'a>(Payer<'a>, u64);

impl Keys<'_> {
    async fn write(&mut self, css: &str, text: &str) -> Result<(), Failure> {
        self.1 += u64::try_from(text.chars().count()).unwrap_or_default();
        self.0.writes(css, text).await
    }
}
