//! The server through its real router: with a clock that stands still, dice that always fall the
//! same way, a fresh database, and a processor that does what a test tells it to.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on has failed"
)]

mod support;

mod opening;
mod changing;
mod confirming;
mod addresses;
mod paying;
mod announcing;
mod choosing;
mod inviting;
mod locking;
mod once;
mod lost_answers;
mod ending;
mod growing_old;
mod coming_back;
mod live;
mod merchants;
mod moving_money;
mod moving_money_by_http;
mod bad_input;
mod catalogue;
mod description;
mod keys;
mod limits;
mod sent_twice;
mod trouble;
mod webhooks;
mod logs;
mod brands;
