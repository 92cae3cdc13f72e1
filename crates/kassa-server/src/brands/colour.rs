//! Colours, and how well one is read on another.

use std::fmt;

/// A colour in sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

impl Colour {
    pub(super) const BLACK: Self = Self([0; 3]);
    pub(super) const WHITE: Self = Self([255; 3]);

    /// The mixture that has so many hundredths of another colour. Towards black or white the hue
    /// stays: all three channels keep their order and the proportion of their distances.
    pub(super) fn mixed(self, percent: u8, other: Self) -> Self {
        let percent = u32::from(percent.min(100));
        let channel = |own: u8, other: u8| {
            let sum = u32::from(own) * (100 - percent) + u32::from(other) * percent;
            u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX)
        };
        let ([r, g, b], [or, og, ob]) = (self.0, other.0);
        Self([channel(r, or), channel(g, og), channel(b, ob)])
    }

    /// The relative luminance of WCAG 2.2, from 0 to 1:
    /// <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>.
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|channel| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The contrast ratio of WCAG 2.2, from 1 to 21:
    /// <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>.
    pub(super) fn contrast(self, other: Self) -> f64 {
        let (own, other) = (self.luminance(), other.luminance());
        (own.max(other) + 0.05) / (own.min(other) + 0.05)
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_what_others_compute() {
        // By WebAIM's contrast checker, which cuts after two decimals.
        for (one, other, known) in [
            (Colour::BLACK, Colour::WHITE, 21.0),
            (Colour::WHITE, Colour::WHITE, 1.0),
            (Colour([0x77; 3]), Colour::WHITE, 4.47),
            (Colour([0x76; 3]), Colour::WHITE, 4.54),
            (Colour([0xff, 0, 0]), Colour::WHITE, 3.99),
            (Colour([0, 0, 0xff]), Colour::WHITE, 8.59),
        ] {
            let ratio = one.contrast(other);
            assert!((ratio - known).abs() < 0.011, "{one} on {other}: {ratio}");
            assert!((ratio - other.contrast(one)).abs() < 1e-9);
        }
    }

    #[test]
    fn a_mixture_begins_and_ends_with_its_colours() {
        let (one, other) = (Colour([11, 93, 78]), Colour::WHITE);
        assert_eq!(one.mixed(0, other), one);
        assert_eq!(one.mixed(100, other), other);
        assert_eq!(one.mixed(90, other), Colour([231, 239, 237]));
    }
}
