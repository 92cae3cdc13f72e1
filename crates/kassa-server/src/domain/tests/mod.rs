//! Every state against everything that can happen to it, and histories that nobody thought of.

mod session;
mod payment;
mod attempt;
mod histories;
