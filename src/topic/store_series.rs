//! How series are remembered.
use super::SeriesId;
use super::series::{Draft, Series};
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::consortium::ConsortiumId;

/// Gives all series of a Verbund, those that have ended last.
pub async fn of_consortium(conn: &mut Conn, consortium: &ConsortiumId) -> Result<Vec<Series>> {
    Ok(sqlx::query_as(
        "SELECT * FROM series WHERE consortium_id = $1
         ORDER BY CASE WHEN ended_at IS NULL THEN 0 ELSE 1 END, title, id",
    )
    .bind(consortium)
    .fetch_all(conn)
    .await?)
}

/// Finds a series of a Verbund; one of another Verbund is not found.
pub async fn by_id(conn: &mut Conn, consortium: &ConsortiumId, id: &SeriesId) -> Result<Series> {
    Ok(sqlx::query_as("SELECT * FROM series WHERE consortium_id = $1 AND id = $2")
        .bind(consortium)
        .bind(id)
        .fetch_one(conn)
        .await?)
}

/// Writes a new series.
pub async fn insert(
    conn: &mut Conn,
    consortium: &ConsortiumId,
    draft: &Draft,
    now: Instant,
) -> Result<Series> {
    Ok(sqlx::query_as(
        "INSERT INTO series (id, consortium_id, title, slot, created_at) VALUES ($1, $2, $3, $4, $5)
         RETURNING *",
    )
    .bind(SeriesId::new())
    .bind(consortium)
    .bind(&draft.title)
    .bind(draft.slot.as_ref().map(|slot| slot.to_text()).unwrap_or_default())
    .bind(now)
    .fetch_one(conn)
    .await?)
}

/// Writes what a form changed.
pub async fn update(conn: &mut Conn, id: &SeriesId, draft: &Draft) -> Result<()> {
    sqlx::query("UPDATE series SET title = $1, slot = $2 WHERE id = $3")
        .bind(&draft.title)
        .bind(draft.slot.as_ref().map(|slot| slot.to_text()).unwrap_or_default())
        .bind(id)
        .execute(conn)
        .await?;
    Ok(())
}

/// Ends a series, or lets an ended one go on; its posts stay where they are.
pub async fn set_ended(conn: &mut Conn, id: &SeriesId, ended_at: Option<Instant>) -> Result<()> {
    sqlx::query("UPDATE series SET ended_at = $1 WHERE id = $2")
        .bind(ended_at)
        .bind(id)
        .execute(conn)
        .await?;
    Ok(())
}
