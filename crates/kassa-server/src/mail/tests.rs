use lettre::message::Mailbox;

use super::{Letter, Mailer as _, SmtpMailer, SmtpSettings};
use crate::domain::{EmailAddress, Posted};

fn letter() -> Letter {
    Letter {
        id: "inv_0000000000000001".to_owned(),
        to: EmailAddress("amina@example.com".to_owned()),
        language: "en",
        subject: "Universidad: pay €1.00".to_owned(),
        text: "text".to_owned(),
        html: "<p>text</p>".to_owned(),
    }
}

fn mailer(url: &str) -> SmtpMailer {
    let from: Mailbox = "Payments <pay@merchant.example>".parse().unwrap();
    let url = url.parse().unwrap();
    SmtpMailer::new(SmtpSettings { url, from }).unwrap()
}

#[test]
fn a_letter_is_never_printed() {
    let printed = format!("{:?}", letter());
    assert!(printed.contains("inv_0000000000000001"), "{printed}");
    assert!(!printed.contains("amina") && !printed.contains("Universidad"));
}

#[tokio::test]
async fn nobody_at_home_is_not_a_refusal() {
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("smtp://{}", closed.local_addr().unwrap());
    drop(closed);
    assert_eq!(mailer(&url).post(&letter()).await, Posted::NotNow);
    assert!(mailer(&url).check().await.is_err());
}

#[tokio::test]
async fn what_is_no_address_is_refused_without_asking_anybody() {
    let nowhere = mailer("smtp://127.0.0.1:1");
    let letter = Letter {
        to: EmailAddress("amina@exa mple".to_owned()),
        ..letter()
    };
    assert_eq!(nowhere.post(&letter).await, Posted::Refused);
}

#[test]
fn an_address_without_a_mail_server_is_not_repeated() {
    let from: Mailbox = "pay@merchant.example".parse().unwrap();
    let url = "https://name:hunter2@mail.example".parse().unwrap();
    let error = SmtpMailer::new(SmtpSettings { url, from }).unwrap_err();
    assert!(!format!("{error:?} {error}").contains("hunter2"));
}
