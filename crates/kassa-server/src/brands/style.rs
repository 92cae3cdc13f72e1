//! A brand as a style.

use super::colour::Colour;
use super::shade::{Grounds, Shade, shade_on};
use crate::domain::Brand;

/// The tokens that a brand changes, to stand after the page's own styles; nothing where it changes
/// none. Printed pages are light, and what the page was asked for in counts, as in
/// `styles/tokens.css`.
#[must_use]
pub fn style_of(brand: &Brand) -> Option<String> {
    let radius = brand
        .radius
        .map(|radius| format!("--kassa-radius:{radius}px;"));
    let shades = brand.accent.map(|accent| {
        let on = |grounds| tokens(shade_on(grounds, accent));
        (on(&Grounds::LIGHT), on(&Grounds::DARK))
    });
    let (light, dark) = shades.unwrap_or_default();
    let always = radius.unwrap_or_default() + &light;
    if always.is_empty() {
        return None;
    }
    let dark = if dark.is_empty() {
        dark
    } else {
        format!(
            "@media screen{{[data-theme=dark]{{{dark}}}}}\
             @media screen and (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}"
        )
    };
    Some(format!(":root{{{always}}}{dark}"))
}

fn tokens(Shade { accent, tint }: Shade) -> String {
    let token = |name: &str, colour: Colour| format!("--kassa-{name}:{colour};");
    token("accent", accent) + &token("tint", tint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_brand_that_changes_nothing_costs_nothing() {
        assert_eq!(style_of(&Brand::default()), None);
    }

    #[test]
    fn a_radius_alone_leaves_the_colours_alone() {
        let brand = Brand {
            radius: "0".parse().ok(),
            ..Brand::default()
        };
        let style = style_of(&brand).unwrap();
        assert_eq!(style, ":root{--kassa-radius:0px;}");
    }

    #[test]
    fn a_yellow_is_darker_by_daylight_and_itself_in_the_dark() {
        let brand = Brand {
            accent: "#ffff66".parse().ok(),
            ..Brand::default()
        };
        let style = style_of(&brand).unwrap();
        let (light, dark) = style.split_once("@media").unwrap();
        assert!(!light.contains("#ffff66"), "{style}");
        assert_eq!(dark.matches("--kassa-accent:#ffff66;").count(), 2);
    }
}
