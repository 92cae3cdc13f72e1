//! What each number says.

use metrics::{Unit, describe_counter, describe_gauge, describe_histogram};

/// Tells the recorder what each number says, for whoever reads `/metrics`.
pub fn describe() {
    describe_counter!(
        "kassa_http_requests_total",
        "Requests answered, by route, method and status."
    );
    describe_histogram!(
        "kassa_http_request_seconds",
        Unit::Seconds,
        "Until a request was answered, by route and method."
    );
    describe_gauge!("kassa_event_streams", "Pages that listen for changes now.");
    describe_histogram!(
        "kassa_processor_seconds",
        Unit::Seconds,
        "Until the processor answered, by its name, call and outcome."
    );
    describe_gauge!(
        "kassa_attempts_in_flight",
        "Attempts to pay without an outcome."
    );
    describe_gauge!("kassa_payments", "Payments, by processor and status.");
    describe_gauge!("kassa_outbox_pending", "Deliveries to webhooks that wait.");
    describe_gauge!(
        "kassa_outbox_parked",
        "Deliveries to webhooks that were given up."
    );
    describe_gauge!(
        "kassa_outbox_oldest_seconds",
        Unit::Seconds,
        "How long the oldest delivery that waits has waited."
    );
}
