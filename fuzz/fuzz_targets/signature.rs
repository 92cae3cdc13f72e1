//! Signatures of webhooks, ours and Stripe's.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| kassa_fuzz::check_signature(data));
