//! A server to test.
//!
//! [`TestApp`] is the whole server without its network. When it is dropped with a payment whose
//! outcome nobody knows, the test fails, unless it said that it would leave one.

mod clock;
mod dice;
mod processor;
mod app;
mod answer;
mod ask;
mod data;
mod journey;
mod receiver;
mod outbox;

pub(crate) use answer::Answer;
pub(crate) use app::TestApp;
pub(crate) use clock::FrozenClock;
pub(crate) use data::{API_KEY, OTHER_API_KEY, holder_of, payer};
pub(crate) use dice::SeededDice;
pub(crate) use processor::{LookUp, OperationReply, Reply, ScriptedProcessor};
pub(crate) use receiver::{Heard, Manner, Receiver};
