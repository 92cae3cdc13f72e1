//! Webhooks, to real receivers.

mod sending;
