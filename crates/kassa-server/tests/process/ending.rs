//! The server is told to end.

use crate::program::{HalfSent, Place, get, until};

#[test]
fn a_request_that_was_begun_is_answered_before_the_server_ends() {
    let place = Place::new();
    let mut server = place.serve(&[]);
    let address = server.address();
    let request = HalfSent::begin(&address);
    server.terminate();
    until("nobody is let in any more", || {
        get(&address, "/healthz").is_none().then_some(())
    });
    let answer = request.finish();
    assert!(answer.starts_with("HTTP/1.1 400"), "{answer}");
    assert_eq!(server.ended().code(), Some(0));
    server.logged("ended in good order");
}

#[test]
fn a_server_that_will_end_says_so_while_it_still_answers() {
    let place = Place::new();
    let mut server = place.serve(&["--shutdown-delay", "3"]);
    let address = server.address();
    let ready = get(&address, "/readyz").unwrap();
    assert!(ready.starts_with("HTTP/1.1 200"), "{ready}");
    server.terminate();
    server.logged("told to end");
    let not_ready = until("it is not ready any more", || {
        get(&address, "/readyz").filter(|answer| answer.starts_with("HTTP/1.1 503"))
    });
    assert!(
        not_ready.contains("\"code\":\"unavailable\""),
        "{not_ready}"
    );
    let alive = get(&address, "/healthz").unwrap();
    assert!(alive.starts_with("HTTP/1.1 200"), "{alive}");
    assert_eq!(server.ended().code(), Some(0));
}

#[test]
fn a_request_without_an_end_does_not_hold_the_server_for_ever() {
    let place = Place::new();
    let mut server = place.serve(&["--shutdown-time", "0.5"]);
    let request = HalfSent::begin(&server.address());
    server.terminate();
    assert_eq!(server.ended().code(), Some(0));
    server.logged("something did not finish in time; the next start looks after it");
    drop(request);
}

#[test]
fn whoever_cannot_wait_asks_twice() {
    let place = Place::new();
    let mut server = place.serve(&["--shutdown-time", "600"]);
    let request = HalfSent::begin(&server.address());
    server.terminate();
    server.logged("told to end");
    server.terminate();
    assert_eq!(server.ended().code(), Some(1));
    drop(request);
}
