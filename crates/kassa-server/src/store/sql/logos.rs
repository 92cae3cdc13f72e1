//! Merchants' pictures.

use super::columns::Columns;
use super::dialect::Connection;
use crate::domain::{Logo, LogoName};
use crate::store::StoreError;

/// The name is made from the bytes: a name that is there has them already.
pub(super) async fn keep(connection: &mut Connection, logo: &Logo) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO logos (name, bytes) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING")
        .bind(logo.name().to_string())
        .bind(logo.bytes())
        .execute(connection)
        .await?;
    Ok(())
}

pub(super) async fn find(
    connection: &mut Connection,
    name: &LogoName,
) -> Result<Option<Logo>, StoreError> {
    let row = sqlx::query("SELECT bytes FROM logos WHERE name = $1")
        .bind(name.to_string())
        .fetch_optional(connection)
        .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    let row = Columns::of("logos", &row);
    let logo = Logo::of(row.bytes("bytes")?).map_err(|_| row.unreadable("bytes"))?;
    Ok(Some(logo))
}
