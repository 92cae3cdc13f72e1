//! HTML elements, put together step by step.
//!
//! The `html!` macro unrolls every element into its own code; these few functions are in the
//! `.wasm` once. Leaves use them because they are most of the page's elements.

use yew::Html;
use yew::virtual_dom::{AttrValue, VList, VNode, VTag, VText};

/// An element in the making. Behind a pointer, so that each step is cheap.
pub(crate) struct Tag(Box<(VTag, Vec<VNode>)>);

/// An element.
pub(crate) fn tag(name: &'static str) -> Tag {
    Tag(Box::new((VTag::new(name), Vec::new())))
}

/// A text.
pub(crate) fn text(text: &str) -> Html {
    VNode::from(VText::new(AttrValue::from(text.to_owned())))
}

/// Several elements beside each other.
pub(crate) fn row(children: Vec<Html>) -> Html {
    VNode::from(VList::with_children(children, None))
}

impl Tag {
    /// With an attribute.
    #[inline(never)]
    pub(crate) fn with(mut self, name: &'static str, value: &str) -> Self {
        self.0
            .0
            .add_attribute(name, AttrValue::from(value.to_owned()));
        self
    }

    /// With an attribute, where there is a value.
    pub(crate) fn maybe(self, name: &'static str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// The same element wherever it stands among its neighbours, which all have a key.
    pub(crate) fn keyed(mut self, key: &str) -> Self {
        self.0.0.key = Some(key.into());
        self
    }

    /// With a class.
    pub(crate) fn class(self, class: &str) -> Self {
        self.with("class", class)
    }

    /// An input's text.
    #[inline(never)]
    pub(crate) fn holding(mut self, value: &str) -> Self {
        self.0.0.set_value(AttrValue::from(value.to_owned()));
        self
    }

    /// A radio button that is chosen, or not.
    pub(crate) fn chosen(mut self, is_chosen: Chosen) -> Self {
        self.0.0.set_checked(is_chosen == Chosen::Yes);
        self
    }

    /// With something inside.
    #[inline(never)]
    pub(crate) fn child(mut self, child: Html) -> Self {
        self.0.1.push(child);
        self
    }

    /// With an element inside.
    pub(crate) fn tag(self, child: Tag) -> Self {
        self.child(child.done())
    }

    /// With a text inside.
    pub(crate) fn text(self, content: &str) -> Self {
        self.child(text(content))
    }

    /// With several things inside.
    pub(crate) fn children(self, children: impl Iterator<Item = Html>) -> Self {
        self.child(row(children.collect()))
    }

    /// With something inside, where there is something. Its place is kept where there is nothing,
    /// so that what comes after it stays the same element when it appears.
    pub(crate) fn option(self, child: Option<Html>) -> Self {
        self.child(child.unwrap_or_default())
    }

    /// The element.
    #[inline(never)]
    pub(crate) fn done(self) -> Html {
        let (mut tag, children) = *self.0;
        if !children.is_empty() {
            tag.add_children(children);
        }
        VNode::from(tag)
    }
}

/// Whether a radio button is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Chosen {
    /// It is.
    Yes,
    /// It is not.
    No,
}
