//! Takes the pictures.

use std::fs;

use crate::pictures::{LOOKS, folder};
use crate::stage::{Scripts, Stage, journey};
use crate::tour::Tour;

/// A picture's share of the size on the screen: half the bytes, and every word can still be read.
const SCALE: f64 = 0.75;

#[tokio::test]
async fn takes_a_picture_of_every_state() {
    for (name, look) in LOOKS {
        let stage = Stage::open().await;
        fs::create_dir_all(folder(name)).unwrap();
        journey(&stage, Scripts::On, async |payer| {
            let eye = async |state: &'static str| {
                let picture = payer.takes_a_picture(SCALE).await;
                fs::write(folder(name).join(format!("{state}.webp")), picture).unwrap();
            };
            Tour::new(payer, &stage, look, eye)
                .passes_every_state()
                .await;
        })
        .await;
    }
}
