//! Webhooks, to real receivers.

mod sending;
mod delivering;
mod endpoints;
