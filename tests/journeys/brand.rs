//! A merchant chose colours that nobody can read, and a picture.

use std::path::PathBuf;
use std::process::Command;

use crate::axe::Axe;
use crate::payer::{PAY, Payer};
use crate::stage::{Scripts, Stage, journey, root};

/// The contrast of each text that stands in a colour of the merchant's or on one, as the browser
/// paints them: WCAG 2.2's formula.
const CONTRASTS: &str = "
(() => {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map((channel) => {
      const value = channel / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let it = element; it; it = it.parentElement) {
      const colour = getComputedStyle(it).backgroundColor;
      if (!colour.startsWith('rgba(')) return colour;
    }
  };
  return [...document.querySelectorAll('a, button, .steps .mark')]
    .filter((it) => it.checkVisibility() && !it.matches('.unseen'))
    .map((it) => {
      const [one, other] = [light(getComputedStyle(it).color), light(behind(it))];
      const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
      return [it.outerHTML, ratio];
    });
})()";

/// Says how the demo account's pages look, as an operator does.
fn brand(stage: &Stage, arguments: &[&str]) {
    let program = std::env::var_os("KASSA_SERVER_BIN")
        .map_or_else(|| root().join("target/debug/kassa-server"), PathBuf::from);
    let mut command = Command::new(program);
    command.args(["account", "brand", "Demo", "--database"]);
    command.arg(stage.folder().join("kassa.db")).args(arguments);
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
}

/// The token as the page has it.
fn is(token: &str, value: &str) -> String {
    format!(
        "getComputedStyle(document.documentElement).getPropertyValue('--kassa-{token}') === '{value}'"
    )
}

async fn can_read_everything(payer: &Payer, said: &str) {
    let found = payer.computes(CONTRASTS).await.unwrap();
    let found = found.as_array().unwrap();
    assert!(found.len() >= 3, "{said}: {found:?}");
    for text in found {
        let ratio = text[1].as_f64().unwrap();
        assert!(ratio >= 4.5, "{said}: {text}");
    }
}

#[tokio::test]
async fn what_a_merchant_colours_can_be_read_by_daylight_and_in_the_dark() {
    let stage = Stage::open().await;
    let axe = Axe::load();
    for accent in ["#ffff66", "#000000"] {
        brand(&stage, &["--accent", accent, "--radius", "24"]);
        for theme in ["light", "dark"] {
            let session = stage.merchant().session("ES").await;
            let said = format!("{accent}, {theme}");
            journey(&stage, Scripts::On, async |payer| {
                payer.opens(&format!("{}?theme={theme}", session.url)).await;
                payer.has_the_program().await;
                payer.waits_for(&is("radius", "24px")).await;
                if (accent, theme) == ("#ffff66", "dark") || (accent, theme) == ("#000000", "light")
                {
                    payer.waits_for(&is("accent", accent)).await;
                }
                can_read_everything(payer, &said).await;
                payer.confirms().await;
                payer.finds(PAY).await;
                can_read_everything(payer, &said).await;
                axe.finds_nothing(payer, &said).await;
            })
            .await;
        }
    }
}

#[tokio::test]
async fn a_payer_sees_the_merchants_picture_and_the_merchants_theme() {
    let stage = Stage::open().await;
    let file = stage.folder().join("logo.svg");
    let picture = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'>\
        <script>document.title = 'run'</script><circle cx='4' cy='4' r='4'/></svg>";
    std::fs::write(&file, picture).unwrap();
    brand(
        &stage,
        &["--logo", file.to_str().unwrap(), "--mode", "dark"],
    );
    let session = stage.merchant().session("ES").await;
    journey(&stage, Scripts::On, async |payer| {
        let shown = "document.querySelector('.payee img.logo')?.naturalWidth > 0";
        let dark = "getComputedStyle(document.body).backgroundColor === 'rgb(20, 23, 21)'";
        payer.opens(&session.url).await;
        payer.waits_for(shown).await;
        payer.waits_for(dark).await;
        payer.has_the_program().await;
        payer.confirms().await;
        payer.finds(PAY).await;
        payer.waits_for(shown).await;
        Axe::load()
            .finds_nothing(payer, "a page with a picture")
            .await;
    })
    .await;
}
