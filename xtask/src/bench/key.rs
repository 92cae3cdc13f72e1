//! A key of the keyboard, as the browser's debugger wants to hear of it.

use serde_json::{Value, json};

/// One key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    /// What it is called: `a`, `Enter`.
    name: String,
    /// What it writes; nothing for a key that writes nothing.
    text: String,
    /// The code that Windows has for it. Presses without one are not taken for letters and digits.
    code: u32,
}

impl Key {
    /// The key that writes this.
    pub(crate) fn writing(sign: char) -> Self {
        let upper = sign.to_ascii_uppercase();
        Self {
            name: sign.to_string(),
            text: sign.to_string(),
            code: if upper.is_ascii_alphanumeric() || upper == ' ' {
                u32::from(upper)
            } else {
                0
            },
        }
    }

    /// The one that presses what has the focus.
    pub(crate) fn enter() -> Self {
        Self {
            name: "Enter".to_owned(),
            text: "\r".to_owned(),
            code: 13,
        }
    }

    /// The one that takes a sign back.
    pub(crate) fn backspace() -> Self {
        Self {
            name: "Backspace".to_owned(),
            text: String::new(),
            code: 8,
        }
    }

    /// Pressing it down.
    pub(crate) fn down(&self) -> Value {
        self.event(if self.text.is_empty() {
            "rawKeyDown"
        } else {
            "keyDown"
        })
    }

    /// Letting it go.
    pub(crate) fn up(&self) -> Value {
        self.event("keyUp")
    }

    fn event(&self, kind: &str) -> Value {
        json!({
            "type": kind,
            "key": self.name,
            "text": if kind == "keyUp" { "" } else { &self.text },
            "windowsVirtualKeyCode": self.code,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_writes_when_it_goes_down_and_only_then() {
        let four = Key::writing('4');
        assert_eq!(four.down()["text"], "4");
        assert_eq!(four.down()["windowsVirtualKeyCode"], 0x34);
        assert_eq!(four.up()["text"], "");
        assert_eq!(Key::backspace().down()["type"], "rawKeyDown");
        assert_eq!(
            Key::writing('a').down()["windowsVirtualKeyCode"],
            u32::from('A')
        );
    }
}
