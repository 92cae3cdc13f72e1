//! Invitations where no mail server is set: printed for whoever watches.

use std::io::{self, IsTerminal, Write, stdout};

use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;

use crate::domain::{Invitation, InvitationState};
use crate::payments::Kassa;

/// Prints the link of every invitation that is kept. The link opens the payer's session, so it is
/// printed at a terminal alone: what goes to a file or a pipe may be kept for long.
pub(super) async fn print_invitations(kassa: Kassa, mut invited: Receiver<Invitation>) {
    if !stdout().is_terminal() {
        return;
    }
    loop {
        match invited.recv().await {
            Ok(invitation) => {
                if let Err(error) = print(&kassa, &invitation) {
                    tracing::warn!(%error, "an invitation was not printed");
                }
            }
            Err(RecvError::Lagged(missed)) => tracing::warn!(missed, "invitations not printed"),
            Err(RecvError::Closed) => return,
        }
    }
}

fn print(kassa: &Kassa, invitation: &Invitation) -> io::Result<()> {
    if invitation.state != InvitationState::Kept {
        return Ok(());
    }
    let url = kassa.session_url(&invitation.session).0;
    writeln!(stdout(), "Invitation {}: {url}", invitation.id)
}
