//! How somebody looks at the page.

/// Whether the payer's system asks for little motion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Motion {
    /// It asks for nothing.
    Any,
    /// It does.
    Little,
}

/// A language, a theme, and a window.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    /// BCP 47.
    pub(crate) locale: &'static str,
    /// `light` or `dark`.
    pub(crate) theme: &'static str,
    /// The window's width in CSS pixels.
    pub(crate) width: u32,
    /// Its height.
    pub(crate) height: u32,
    /// What the system asks for.
    pub(crate) motion: Motion,
}

impl Look {
    /// Through a phone.
    pub(crate) const fn phone(locale: &'static str, theme: &'static str) -> Self {
        Self {
            locale,
            theme,
            width: 390,
            height: 844,
            motion: Motion::Any,
        }
    }

    /// Through a desktop's window.
    pub(crate) const fn desktop(locale: &'static str, theme: &'static str) -> Self {
        Self {
            width: 1280,
            height: 900,
            ..Self::phone(locale, theme)
        }
    }

    /// Through a window of 1280 by 1024 with everything in it four times as large: what WCAG 2.2
    /// asks for under 1.4.10.
    pub(crate) const fn enlarged(locale: &'static str, theme: &'static str) -> Self {
        Self {
            width: 320,
            height: 256,
            ..Self::phone(locale, theme)
        }
    }

    /// The same with as little motion as can be.
    pub(crate) const fn calm(self) -> Self {
        Self {
            motion: Motion::Little,
            ..self
        }
    }
}
