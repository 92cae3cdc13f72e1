//! What `checkout` decides on.

use yew::Context;

use crate::checkout::{Event, State, go_on};
use crate::shell::root::Root;

/// Decided and carried out.
pub(super) fn happen(root: &mut Root, ctx: &Context<Root>, event: Event) {
    let state = std::mem::replace(&mut root.state, State::Trouble);
    let (state, effects) = go_on(state, event);
    root.state = state;
    for effect in effects {
        root.perform(ctx, effect);
    }
    if root.is_over() {
        root.window.stream = None;
        root.window.next_look = None;
    }
}
