//! How it is remembered that nothing new was to become public.
use super::{ConsortiumId, HaltRow};
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::id::new_id;

/// Gives the halt that holds now.
pub async fn current(conn: &mut Conn, id: &ConsortiumId) -> Result<Option<HaltRow>> {
    Ok(sqlx::query_as(
        "SELECT id, from_at, begun_by, reason, until_at FROM halt
         WHERE consortium_id = $1 AND until_at IS NULL ORDER BY from_at DESC LIMIT 1",
    )
    .bind(id)
    .fetch_optional(conn)
    .await?)
}

/// Begins a halt; `by` is the person's id.
pub async fn begin(conn: &mut Conn, id: &ConsortiumId, by: &str, reason: &str, now: Instant) -> Result<()> {
    sqlx::query(
        "INSERT INTO halt (id, consortium_id, from_at, begun_by, reason) VALUES ($1, $2, $3, $4, $5)",
    )
    .bind(new_id())
    .bind(id)
    .bind(now)
    .bind(by)
    .bind(reason)
    .execute(conn)
    .await?;
    Ok(())
}

/// Ends every halt that holds.
pub async fn end(conn: &mut Conn, id: &ConsortiumId, by: &str, now: Instant) -> Result<()> {
    sqlx::query("UPDATE halt SET until_at = $1, ended_by = $2 WHERE consortium_id = $3 AND until_at IS NULL")
        .bind(now)
        .bind(by)
        .bind(id)
        .execute(conn)
        .await?;
    Ok(())
}
