//! What axe finds: nothing, in any state, theme, width or direction of writing. And nothing is cut.

use crate::axe::Axe;
use crate::stage::{Scripts, Stage, journey};
use crate::tour::{Look, Motion, Tour};

/// Which words the payer reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    /// The catalogue's.
    Catalogue,
    /// Longer ones.
    Longer,
}

/// Takes the tour and looks at each state.
async fn looks_at_every_state(look: Look, reading: Reading) {
    let axe = Axe::load();
    let stage = Stage::open().await;
    journey(&stage, Scripts::On, async |payer| {
        let eye = async |state: &'static str| {
            let here = format!("{state}, {look:?}");
            match reading {
                Reading::Catalogue => axe.finds_nothing(payer, &here).await,
                Reading::Longer => payer.reads_longer_words().await,
            }
            payer.sees_everything_whole(&here).await;
            if look.motion == Motion::Little {
                payer.sees_nothing_move(&here).await;
            }
        };
        Tour::new(payer, &stage, look, eye)
            .passes_every_state()
            .await;
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_and_nothing_is_cut_on_a_phone() {
    looks_at_every_state(Look::phone("en", "light"), Reading::Catalogue).await;
}

#[tokio::test]
async fn axe_finds_nothing_and_nothing_is_cut_on_a_desktop_in_the_dark() {
    looks_at_every_state(Look::desktop("en", "dark"), Reading::Catalogue).await;
}

#[tokio::test]
async fn axe_finds_nothing_and_nothing_is_cut_in_arabic_on_a_phone_in_the_dark() {
    looks_at_every_state(Look::phone("ar", "dark"), Reading::Catalogue).await;
}

#[tokio::test]
async fn axe_finds_nothing_and_nothing_is_cut_in_japanese_on_a_desktop() {
    looks_at_every_state(Look::desktop("ja", "light"), Reading::Catalogue).await;
}

#[tokio::test]
async fn longer_words_four_times_as_large_are_not_cut_and_nothing_moves() {
    looks_at_every_state(Look::enlarged("en", "light").calm(), Reading::Longer).await;
}
