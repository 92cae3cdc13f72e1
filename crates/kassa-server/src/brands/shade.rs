//! The shade of an accent that can be read.

use super::colour::Colour;
use crate::domain::Accent;

/// Text has at least this contrast with what is behind it: WCAG 2.2, 1.4.3.
const READABLE: f64 = 4.5;

/// How many hundredths of an accent are in the ground behind what is chosen or done.
const TINT: u8 = 10;

/// Where an accent is to be read: a page by daylight, or in the dark.
#[derive(Clone, Copy, Debug)]
pub struct Grounds {
    card: Colour,
    page: Colour,
    alert: Colour,
    /// What is written on a button.
    on_accent: Colour,
    /// Where an accent has to go to be read better.
    towards: Colour,
}

impl Grounds {
    /// The light page.
    pub const LIGHT: Self = Self {
        card: Colour::WHITE,
        page: Colour([0xf6, 0xf5, 0xf2]),
        alert: Colour([0xfc, 0xef, 0xee]),
        on_accent: Colour::WHITE,
        towards: Colour::BLACK,
    };

    /// The dark page.
    pub const DARK: Self = Self {
        card: Colour([0x1c, 0x20, 0x1e]),
        page: Colour([0x14, 0x17, 0x15]),
        alert: Colour([0x33, 0x21, 0x1f]),
        on_accent: Colour([0x10, 0x20, 0x1b]),
        towards: Colour::WHITE,
    };
}

/// What becomes of an accent on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shade {
    /// Links, buttons, the ring around what has the focus.
    pub accent: Colour,
    /// The ground behind what is chosen or done.
    pub tint: Colour,
}

impl Shade {
    fn of(accent: Colour, grounds: &Grounds) -> Self {
        let tint = grounds.card.mixed(TINT, accent);
        Self { accent, tint }
    }

    /// Whether it is read wherever it stands, and what is written on it too.
    fn is_readable(self, grounds: &Grounds) -> bool {
        let behind = [grounds.card, grounds.page, grounds.alert, self.tint];
        let mut pairs = behind.into_iter().chain([grounds.on_accent]);
        pairs.all(|other| self.accent.contrast(other) >= READABLE)
    }
}

/// The nearest shade that can be read: the accent itself where it can, else as much darker on a
/// light page, or lighter on a dark one, as it takes.
#[must_use]
pub fn shade_on(grounds: &Grounds, accent: Accent) -> Shade {
    let shades = (0..=100).map(|percent| {
        let darker = Colour(accent.0).mixed(percent, grounds.towards);
        Shade::of(darker, grounds)
    });
    let mut readable = shades.filter(|shade| shade.is_readable(grounds));
    // Black on a light page and white on a dark one are read always.
    readable
        .next()
        .unwrap_or_else(|| Shade::of(grounds.towards, grounds))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TOKENS: &str = include_str!("../../../../styles/tokens.css");

    /// A token's value on the light page, and on the dark one.
    fn tokens(name: &str) -> [Colour; 2] {
        let (light, dark) = TOKENS.split_once("@media screen").unwrap();
        [light, dark].map(|part| {
            let (_, rest) = part.split_once(&format!("--kassa-{name}: ")).unwrap();
            let (value, _) = rest.split_once(';').unwrap();
            if value == "#fff" {
                return Colour::WHITE;
            }
            Colour(value.parse::<Accent>().unwrap().0)
        })
    }

    /// Every pair that the styles put on one another, for text.
    fn text_pairs(page: usize, grounds: &Grounds, shade: Shade) -> Vec<(Colour, Colour)> {
        let [ink, quiet] = ["ink", "quiet"].map(|name| tokens(name)[page]);
        // `button:hover` mixes a tenth of the ink into the accent.
        let hovered = shade.accent.mixed(10, ink);
        vec![
            (shade.accent, grounds.card),
            (shade.accent, grounds.page),
            (shade.accent, grounds.alert),
            (shade.accent, shade.tint),
            (grounds.on_accent, shade.accent),
            (grounds.on_accent, hovered),
            (ink, shade.tint),
            (quiet, shade.tint),
        ]
    }

    fn is_read_everywhere(accent: Accent) {
        for (page, grounds) in [Grounds::LIGHT, Grounds::DARK].iter().enumerate() {
            let shade = shade_on(grounds, accent);
            for (text, behind) in text_pairs(page, grounds, shade) {
                let ratio = text.contrast(behind);
                assert!(ratio >= 4.5, "{accent}: {text} on {behind} is {ratio}");
            }
        }
    }

    #[test]
    fn the_grounds_are_those_of_the_styles() {
        for (page, grounds) in [Grounds::LIGHT, Grounds::DARK].iter().enumerate() {
            assert_eq!(tokens("card")[page], grounds.card);
            assert_eq!(tokens("ground")[page], grounds.page);
            assert_eq!(tokens("alert-tint")[page], grounds.alert);
            assert_eq!(tokens("on-accent")[page], grounds.on_accent);
        }
    }

    #[test]
    fn an_accent_that_can_be_read_stays_as_it_is() {
        let accent: Accent = "#0b5d4e".parse().unwrap();
        let light = shade_on(&Grounds::LIGHT, accent);
        assert_eq!(light.accent, Colour(accent.0));
        let bright: Accent = "#6fcab4".parse().unwrap();
        let dark = shade_on(&Grounds::DARK, bright);
        assert_eq!(dark.accent, Colour(bright.0));
    }

    #[test]
    fn colours_that_cannot_be_read_somewhere_are_read_everywhere() {
        for text in [
            "#ffff66", "#000000", "#ffffff", "#ff0000", "#00ff00", "#0000ff", "#777777", "#fffffe",
            "#010101", "#808000", "#00ffff", "#ff00ff",
        ] {
            is_read_everywhere(text.parse().unwrap());
        }
    }

    proptest! {
        #[test]
        fn any_colour_is_read_everywhere(channels in any::<[u8; 3]>()) {
            is_read_everywhere(Accent(channels));
        }
    }
}
