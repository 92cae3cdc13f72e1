//! One message, sent once.

use std::io;
use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use jiff::Timestamp;
use kassa_server::clock::{Clock, SystemClock};
use kassa_server::domain::{DeliveryError, EndpointId, EventId, WebhookSecret};
use kassa_server::webhooks::{
    Message, Names, NotTaken, Reach, Sender, SenderSettings, Taken, sign,
};
use standardwebhooks::Webhook;

use crate::support::{Manner, Receiver};

/// Long enough on a busy machine, and short enough to wait for.
const TIME_LIMIT: Duration = Duration::from_millis(400);

/// Names that lead where a test says: the first address at the first question, and so on.
#[derive(Debug)]
struct Answers(Vec<Vec<IpAddr>>, AtomicUsize);

#[async_trait]
impl Names for Answers {
    async fn addresses(&self, _: &str) -> io::Result<Vec<IpAddr>> {
        let asked = self.1.fetch_add(1, Ordering::SeqCst);
        Ok(self.0[asked.min(self.0.len() - 1)].clone())
    }
}

fn answers(answers: &[&[&str]]) -> Arc<Answers> {
    let parse = |list: &&[&str]| list.iter().map(|text| text.parse().unwrap()).collect();
    Arc::new(Answers(
        answers.iter().map(parse).collect(),
        AtomicUsize::new(0),
    ))
}

fn sender(reach: Reach) -> Sender {
    let settings = SenderSettings {
        time_limit: TIME_LIMIT,
        ..SenderSettings::new(reach)
    };
    Sender::new(settings).unwrap()
}

fn message() -> Message {
    let endpoint = EndpointId("we_0000000000000001".to_owned());
    Message::ping(
        &EventId("evt_0000000000000001".to_owned()),
        &endpoint,
        Timestamp::UNIX_EPOCH,
    )
}

async fn send(sender: &Sender, url: &str) -> Result<Taken, NotTaken> {
    let secret = WebhookSecret::of([7; 32]);
    let headers = sign(&message(), [&secret], SystemClock.now());
    sender.send(url, &message(), &headers).await
}

async fn sent_to(manner: Manner) -> (Result<Taken, NotTaken>, Receiver) {
    let receiver = Receiver::start().await;
    receiver.next(manner);
    let answer = send(&sender(Reach::Anywhere), &receiver.url()).await;
    (answer, receiver)
}

fn failed(why: DeliveryError, status: Option<u16>) -> Result<Taken, NotTaken> {
    Err(NotTaken { why, status })
}

#[tokio::test]
async fn a_merchant_gets_a_message_that_its_library_believes() {
    let (answer, receiver) = sent_to(Manner::Answer(200)).await;
    assert_eq!(answer, Ok(Taken(200)));
    let heard = receiver.heard().remove(0);
    assert_eq!(heard.path, "/hook");
    assert_eq!(heard.header("content-type"), "application/json");
    assert!(heard.header("user-agent").starts_with("Kassa-Webhooks/"));
    let webhook = Webhook::new(&WebhookSecret::of([7; 32]).reveal()).unwrap();
    webhook
        .verify(heard.body.as_bytes(), &heard.headers)
        .unwrap();
}

#[tokio::test]
async fn only_2xx_takes_a_message() {
    for status in [200, 201, 202, 204, 299] {
        assert_eq!(sent_to(Manner::Answer(status)).await.0, Ok(Taken(status)));
    }
    for status in [400, 401, 404, 409, 429, 500, 503] {
        let refused = failed(DeliveryError::Refused, Some(status));
        assert_eq!(sent_to(Manner::Answer(status)).await.0, refused);
    }
    let gone = failed(DeliveryError::Gone, Some(410));
    assert_eq!(sent_to(Manner::Answer(410)).await.0, gone);
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let (answer, receiver) = sent_to(Manner::Redirect).await;
    assert_eq!(answer, failed(DeliveryError::Redirected, Some(302)));
    assert_eq!(receiver.heard().len(), 1, "nobody went elsewhere");
}

#[tokio::test]
async fn a_receiver_that_hangs_is_not_waited_for() {
    let (answer, _) = sent_to(Manner::Hang).await;
    assert_eq!(answer, failed(DeliveryError::TimedOut, None));
}

#[tokio::test]
async fn a_receiver_that_took_it_and_never_stops_talking_is_not_listened_to() {
    for manner in [Manner::Trickle, Manner::Flood] {
        let sent = tokio::time::timeout(TIME_LIMIT * 10, sent_to(manner));
        assert_eq!(
            sent.await.expect("the body is not read for ever").0,
            Ok(Taken(200))
        );
    }
}

#[tokio::test]
async fn nobody_at_the_address_is_a_failure() {
    let sender = sender(Reach::Anywhere);
    let nobody = failed(DeliveryError::ConnectionFailed, None);
    assert_eq!(send(&sender, "http://127.0.0.1:1/").await, nobody);
    assert_eq!(send(&sender, "http://nowhere.invalid/").await, nobody);
}

#[tokio::test]
async fn a_receiver_in_a_private_network_hears_nothing() {
    let receiver = Receiver::start().await;
    let sender = sender(Reach::Public);
    let plain = failed(DeliveryError::UrlRefused, None);
    assert_eq!(send(&sender, &receiver.url()).await, plain);
    let refused = failed(DeliveryError::AddressRefused, None);
    let port = receiver.port();
    for host in ["127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "localhost"] {
        let answer = send(&sender, &format!("https://{host}:{port}/hook")).await;
        assert_eq!(answer, refused, "{host}");
    }
}

#[tokio::test]
async fn a_name_is_judged_by_every_address_that_it_leads_to() {
    let refused = failed(DeliveryError::AddressRefused, None);
    for leads_to in [
        "10.1.2.3",
        "127.0.0.1",
        "169.254.169.254",
        "fd00:ec2::254",
        "::ffff:8.8.8.8",
    ] {
        let names = answers(&[&[leads_to]]);
        let settings = SenderSettings {
            names,
            ..SenderSettings::new(Reach::Public)
        };
        let sender = Sender::new(settings).unwrap();
        assert_eq!(
            send(&sender, "https://shop.example/").await,
            refused,
            "{leads_to}"
        );
    }
}

#[tokio::test]
async fn a_name_is_asked_once_so_that_it_cannot_change_its_mind() {
    let receiver = Receiver::start().await;
    let names = answers(&[&["127.0.0.1"], &["192.0.2.1"]]);
    let settings = SenderSettings {
        names: names.clone(),
        time_limit: TIME_LIMIT,
        reach: Reach::Anywhere,
    };
    let sender = Sender::new(settings).unwrap();
    let url = format!("http://shop.example:{}/hook", receiver.port());
    assert_eq!(send(&sender, &url).await, Ok(Taken(204)));
    assert_eq!(
        names.1.load(Ordering::SeqCst),
        1,
        "checked and connected to by one answer"
    );
}
