//! What the operator chooses about mail.

use std::sync::Arc;

use clap::Args;
use lettre::message::Mailbox;

use super::Secret;
use crate::mail::{MailError, Postman, SmtpMailer, SmtpSettings};
use crate::payments::{Kassa, Mailing};

/// Who sends invitations.
#[derive(Clone, Debug, Args)]
pub struct MailArgs {
    /// The mail server: `smtps://name:password@host:port`, or `smtp://…?tls=required`. Without one
    /// invitations are kept, and merchants pass the links on.
    #[arg(long, env = "KASSA_SMTP_URL", value_name = "URL")]
    pub smtp_url: Option<Secret>,
    /// Who writes: `Payments <pay@merchant.example>`.
    #[arg(long, env = "KASSA_MAIL_FROM", value_name = "NAME <ADDRESS>")]
    pub mail_from: Option<Mailbox>,
}

impl MailArgs {
    /// What becomes of invitations.
    #[must_use]
    pub const fn mailing(&self) -> Mailing {
        match (&self.smtp_url, &self.mail_from) {
            (Some(_), Some(_)) => Mailing::Sent,
            (Some(_), None) | (None, _) => Mailing::Kept,
        }
    }

    /// Who hands letters over, where everything that is needed was said.
    ///
    /// # Errors
    /// [`MailError`] where the mail server's address cannot be used.
    pub fn mailer(&self) -> Result<Option<SmtpMailer>, MailError> {
        let (Some(url), Some(from)) = (self.smtp_url.clone(), self.mail_from.clone()) else {
            return Ok(None);
        };
        SmtpMailer::new(SmtpSettings { url, from }).map(Some)
    }

    /// Who posts invitations, where mail is sent.
    pub(super) fn postman(&self, kassa: &Kassa) -> Result<Option<Postman>, MailError> {
        let mailer = self.mailer()?;
        Ok(mailer.map(|mailer| Postman::new(kassa.clone(), Arc::new(mailer))))
    }

    /// What one of the two needs the other for.
    #[must_use]
    pub const fn missing(&self) -> Option<&'static str> {
        match (&self.smtp_url, &self.mail_from) {
            (Some(_), None) => Some("mail_from: letters need somebody who writes them"),
            (None, Some(_)) => Some("smtp_url: nobody sends letters without a mail server"),
            (Some(_), Some(_)) | (None, None) => None,
        }
    }
}
