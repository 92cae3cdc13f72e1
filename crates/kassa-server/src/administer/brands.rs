//! `kassa-server account brand …`

use std::path::Path;

use kassa_wire::page::Theme;
use serde_json::{Value, json};

use super::accounts::change;
use super::run::Desk;
use super::which::which_account;
use super::{AdministerError, Answer, BrandArgs};
use crate::brands::{Grounds, Shade, shade_on};
use crate::domain::{Accent, Account, Brand, Logo, LogoName};

/// Changes what is said, and answers with what is so then.
pub(super) async fn brand(
    desk: &Desk,
    said: &str,
    args: BrandArgs,
) -> Result<Answer, AdministerError> {
    let account = which_account(&*desk.store, Some(said)).await?;
    let logo = match &args.logo {
        Some(file) => Some(keep(desk, file).await?),
        None => None,
    };
    let account = change(desk, account, |account| {
        account.brand = changed(&account.brand, &args, logo.as_ref());
        Ok(())
    })
    .await?;
    Ok(answer(&account))
}

/// Keeps the picture before any brand names it.
async fn keep(desk: &Desk, file: &Path) -> Result<LogoName, AdministerError> {
    let shown = || file.display().to_string();
    let read = tokio::fs::read(file).await;
    let bytes = read.map_err(|error| AdministerError::LogoFile {
        file: shown(),
        error,
    })?;
    let logo = Logo::of(bytes).map_err(|error| AdministerError::Logo {
        file: shown(),
        error,
    })?;
    desk.store.keep_logo(&logo).await?;
    Ok(logo.name().clone())
}

fn changed(before: &Brand, args: &BrandArgs, logo: Option<&LogoName>) -> Brand {
    let before = if args.clear {
        Brand::default()
    } else {
        before.clone()
    };
    Brand {
        accent: args.accent.or(before.accent),
        radius: args.radius.or(before.radius),
        mode: args.mode.or(before.mode),
        logo: logo.cloned().or(before.logo),
    }
}

fn answer(account: &Account) -> Answer {
    let brand = &account.brand;
    let said = |value: Option<String>| value.unwrap_or_else(|| "not said".to_owned());
    let accent = said(brand.accent.map(|accent| accent.to_string()));
    let radius = said(brand.radius.map(|radius| radius.to_string()));
    let mode = said(brand.mode.map(|mode| mode.as_str().to_owned()));
    let logo = said(brand.logo.as_ref().map(LogoName::to_string));
    Answer {
        text: format!("accent  {accent}\nradius  {radius}\nmode    {mode}\nlogo    {logo}\n"),
        remark: brand.accent.and_then(repaired),
        json: brand_json(account),
    }
}

/// What becomes of an accent that cannot be read everywhere.
fn repaired(accent: Accent) -> Option<String> {
    let (light, dark) = shades(accent);
    let own = accent.to_string();
    let other = |shade: Shade| Some(shade.accent.to_string()).filter(|shade| *shade != own);
    let light = other(light).map(|shade| format!("{shade} on light pages"));
    let dark = other(dark).map(|shade| format!("{shade} on dark pages"));
    let places: Vec<String> = light.into_iter().chain(dark).collect();
    let places = places.join(" and ");
    (!places.is_empty()).then(|| format!("{own} is {places}, where it could not be read."))
}

fn shades(accent: Accent) -> (Shade, Shade) {
    let on = |grounds| shade_on(grounds, accent);
    (on(&Grounds::LIGHT), on(&Grounds::DARK))
}

fn brand_json(account: &Account) -> Value {
    let brand = &account.brand;
    let shades = brand.accent.map(shades);
    json!({
        "account": account.id.as_str(),
        "accent": brand.accent.map(|accent| accent.to_string()),
        "accent_light": shades.map(|(light, _)| light.accent.to_string()),
        "accent_dark": shades.map(|(_, dark)| dark.accent.to_string()),
        "radius": brand.radius.map(u8::from),
        "mode": brand.mode.map(Theme::as_str),
        "logo": brand.logo.as_ref().map(LogoName::to_string),
    })
}
