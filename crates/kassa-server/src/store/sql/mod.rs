//! The SQL, once for every database.
//!
//! This folder is compiled inside each database's own module, which gives it its [`dialect`]: what
//! its connections and rows are, how it opens a transaction, and the few words that differ. What
//! is here is valid on all of them: `$1` for what is bound, and nothing that only one has.
//!
//! Must not know which database it is compiled for. To add a topic: its rows in a file of their
//! own, and its contract in an `of_…` file, method by method.

use super::dialect;

#[macro_use]
mod transactions;
mod columns;
mod accounts;
mod api_keys;
mod logos;
mod recipients;
mod orders;
mod imports;
mod sessions;
mod payments;
mod payment_words;
mod payment_list;
mod attempts;
mod checkout;
mod claim;
mod settle;
mod operations;
mod events;
mod deliveries;
mod delivery_claims;
mod delivery_lists;
mod webhook_endpoints;
mod invitations;
mod idempotency_keys;
mod clearing;
mod counts;
mod of_accounts;
mod of_catalogue;
mod of_sessions;
mod of_payments;
mod of_refunds;
mod of_events;
mod of_webhooks;
mod of_invitations;
mod of_idempotency;
mod of_upkeep;
