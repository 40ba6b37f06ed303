//! How the pieces of an Impressum are remembered.
use super::ConsortiumId;
use super::imprint::Imprint;
use crate::base::db::Conn;
use crate::base::error::Result;

/// Gives the Impressum of a Verbund; all its pieces are empty where nobody has said anything.
pub async fn imprint(conn: &mut Conn, id: &ConsortiumId) -> Result<Imprint> {
    let found = sqlx::query_as(
        "SELECT provider, address, represented_by, email, phone, responsible FROM imprint
         WHERE consortium_id = $1",
    )
    .bind(id)
    .fetch_optional(conn)
    .await?;
    Ok(found.unwrap_or_default())
}

/// Writes the Impressum in the place of the one before.
pub async fn save(conn: &mut Conn, id: &ConsortiumId, it: &Imprint) -> Result<()> {
    sqlx::query(
        "INSERT INTO imprint (consortium_id, provider, address, represented_by, email, phone, responsible)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (consortium_id) DO UPDATE SET provider = excluded.provider, address = excluded.address,
           represented_by = excluded.represented_by, email = excluded.email, phone = excluded.phone,
           responsible = excluded.responsible",
    )
    .bind(id)
    .bind(&it.provider)
    .bind(&it.address)
    .bind(&it.represented_by)
    .bind(&it.email)
    .bind(&it.phone)
    .bind(&it.responsible)
    .execute(conn)
    .await?;
    Ok(())
}
