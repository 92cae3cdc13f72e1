//! Mail servers.

use std::time::Duration;

use async_trait::async_trait;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use super::{Letter, Mailer};
use crate::domain::Posted;
use crate::secret::Secret;

/// How long a mail server may take for a step.
const STEP_LIMIT: Duration = Duration::from_secs(10);

/// How long all of it may take.
const TIME_LIMIT: Duration = Duration::from_secs(25);

/// The mail server and who writes.
#[derive(Clone, Debug)]
pub struct SmtpSettings {
    /// `smtps://name:password@host:port`, or `smtp://…` with `?tls=required` for a connection
    /// that becomes encrypted. Without it, and without a name, mail leaves as it is: to a mail
    /// server on the same machine.
    pub url: Secret,
    /// Who writes: `Payments <pay@merchant.example>`.
    pub from: Mailbox,
}

/// Why no mail can be sent.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// The address is not one of a mail server. It is not told: a password is in it.
    #[error("the mail server's address cannot be used")]
    Address,
    /// The mail server does not let us in.
    #[error("the mail server cannot be used")]
    Refused(#[source] smtp::Error),
}

/// Sends over SMTP.
#[derive(Clone, Debug)]
pub struct SmtpMailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl SmtpMailer {
    /// A mailer; nobody is asked yet.
    ///
    /// # Errors
    /// [`MailError::Address`].
    pub fn new(settings: SmtpSettings) -> Result<Self, MailError> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(settings.url.expose());
        let transport = transport.map_err(|_| MailError::Address)?;
        Ok(Self {
            transport: transport.timeout(Some(STEP_LIMIT)).build(),
            from: settings.from,
        })
    }

    /// Whether the mail server would take letters.
    ///
    /// # Errors
    /// [`MailError::Refused`].
    pub async fn check(&self) -> Result<(), MailError> {
        let answered = self.transport.test_connection().await;
        answered.map(|_| ()).map_err(MailError::Refused)
    }

    fn message(&self, letter: &Letter) -> Option<Message> {
        let to: Address = letter.to.0.parse().ok()?;
        let generated = HeaderName::new_from_ascii_str("Auto-Submitted");
        let language = HeaderName::new_from_ascii_str("Content-Language");
        let message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(letter.subject.clone())
            .message_id(Some(format!(
                "<{}@{}>",
                letter.id,
                self.from.email.domain()
            )))
            .raw_header(HeaderValue::new(generated, "auto-generated".to_owned()))
            .raw_header(HeaderValue::new(language, letter.language.to_owned()))
            .multipart(MultiPart::alternative_plain_html(
                letter.text.clone(),
                letter.html.clone(),
            ));
        message.ok()
    }
}

#[async_trait]
impl Mailer for SmtpMailer {
    async fn post(&self, letter: &Letter) -> Posted {
        let Some(message) = self.message(letter) else {
            return Posted::Refused;
        };
        let sending = tokio::time::timeout(TIME_LIMIT, self.transport.send(message));
        match sending.await {
            Ok(Ok(_)) => Posted::Taken,
            Ok(Err(error)) => refusal(&error, letter),
            Err(_) => Posted::NotNow,
        }
    }
}

/// RFC 5321: what begins with 5 is for good. What it says is not logged: mail servers repeat the
/// address in it.
fn refusal(error: &smtp::Error, letter: &Letter) -> Posted {
    let status = error.status().map(|code| code.to_string());
    let posted = if error.is_permanent() {
        Posted::Refused
    } else {
        Posted::NotNow
    };
    tracing::warn!(letter.id = %letter.id, smtp.status = status, outcome = ?posted, "a letter was not taken");
    posted
}
