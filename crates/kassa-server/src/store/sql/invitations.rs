//! Invitations.

use kassa_wire::AccountId;

use super::columns::Columns;
use super::dialect::{Connection, Row, skip_locked};
use super::sessions;
use crate::domain::{
    EmailAddress, Invitation, InvitationFailure, InvitationId, InvitationState, Session,
};
use crate::store::words::{invitation_failure, invitation_failure_of, invitation_state};
use crate::store::{Lease, StoreError, Swapped};

pub(super) async fn insert(
    connection: &mut Connection,
    invitation: &Invitation,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO invitations (id, account_id, session_id, email, state, failure, tries,
             next_at, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(&invitation.id.0)
    .bind(invitation.account.as_str())
    .bind(invitation.session.as_str())
    .bind(invitation.email.as_ref().map(|email| email.0.as_str()))
    .bind(invitation_state(invitation.state))
    .bind(failure_of(invitation.state))
    .bind(i64::from(invitation.tries))
    .bind(invitation.next_at.as_microsecond())
    .bind(invitation.created_at.as_microsecond())
    .bind(invitation.updated_at.as_microsecond())
    .execute(connection)
    .await?;
    Ok(())
}

pub(super) async fn by_id(
    connection: &mut Connection,
    account: &AccountId,
    id: &InvitationId,
) -> Result<Option<Invitation>, StoreError> {
    let row = sqlx::query("SELECT * FROM invitations WHERE account_id = $1 AND id = $2")
        .bind(account.as_str())
        .bind(&id.0)
        .fetch_optional(connection)
        .await?;
    row.as_ref().map(read).transpose()
}

pub(super) async fn claim(
    connection: &mut Connection,
    lease: &Lease,
) -> Result<Vec<(Invitation, Session)>, StoreError> {
    let rows = sqlx::query(skip_locked!(
        "WITH due AS MATERIALIZED (
             SELECT id FROM invitations
             WHERE state = 'waiting' AND next_at <= $1
               AND (claimed_until IS NULL OR claimed_until <= $1)
             ORDER BY next_at LIMIT $3",
        ")
         UPDATE invitations SET claimed_until = $2 WHERE id IN (SELECT id FROM due) RETURNING *"
    ))
    .bind(lease.now.as_microsecond())
    .bind(lease.until.as_microsecond())
    .bind(i64::from(lease.most))
    .fetch_all(&mut *connection)
    .await?;
    let mut claimed = Vec::with_capacity(rows.len());
    for row in &rows {
        let invitation = read(row)?;
        let session = sessions::by_id(connection, &invitation.session).await?;
        let session = session.ok_or(StoreError::Unreadable {
            table: "invitations",
            column: "session_id",
        })?;
        claimed.push((invitation, session));
    }
    Ok(claimed)
}

pub(super) async fn swap(
    connection: &mut Connection,
    before: &Invitation,
    after: &Invitation,
) -> Result<Swapped, StoreError> {
    let moved = sqlx::query(
        "UPDATE invitations SET state = $1, failure = $2, tries = $3, next_at = $4,
             updated_at = $5, claimed_until = NULL
         WHERE id = $6 AND state = 'waiting' AND tries = $7",
    )
    .bind(invitation_state(after.state))
    .bind(failure_of(after.state))
    .bind(i64::from(after.tries))
    .bind(after.next_at.as_microsecond())
    .bind(after.updated_at.as_microsecond())
    .bind(&before.id.0)
    .bind(i64::from(before.tries))
    .execute(connection)
    .await?;
    Ok(Swapped::if_one(moved.rows_affected()))
}

const fn failure_of(state: InvitationState) -> Option<&'static str> {
    match state {
        InvitationState::Failed(failure) => Some(invitation_failure(failure)),
        InvitationState::Kept | InvitationState::Waiting | InvitationState::Sent => None,
    }
}

fn read(row: &Row) -> Result<Invitation, StoreError> {
    let row = Columns::of("invitations", row);
    let tries = u32::try_from(row.integer("tries")?).map_err(|_| row.unreadable("tries"))?;
    Ok(Invitation {
        id: InvitationId(row.text("id")?),
        account: row.parsed("account_id")?,
        session: row.parsed("session_id")?,
        email: row.optional_text("email")?.map(EmailAddress),
        state: read_state(row)?,
        tries,
        next_at: row.time("next_at")?,
        created_at: row.time("created_at")?,
        updated_at: row.time("updated_at")?,
    })
}

fn read_state(row: Columns<'_>) -> Result<InvitationState, StoreError> {
    match row.text("state")?.as_str() {
        "kept" => Ok(InvitationState::Kept),
        "waiting" => Ok(InvitationState::Waiting),
        "sent" => Ok(InvitationState::Sent),
        "failed" => {
            let failure: InvitationFailure = row.word("failure", invitation_failure_of)?;
            Ok(InvitationState::Failed(failure))
        }
        _ => Err(row.unreadable("state")),
    }
}
