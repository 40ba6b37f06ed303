//! How answers are remembered that are needed again and again.
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::consortium::ConsortiumId;
use crate::member::PersonId;

/// A saved reply, as it lies in the database.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Saved {
    pub id: String,
    pub title: String,
    pub text: String,
}

/// Gives the saved replies of a Verbund.
pub async fn of(conn: &mut Conn, consortium: &ConsortiumId) -> Result<Vec<Saved>> {
    Ok(sqlx::query_as(
        "SELECT id, title, text FROM saved_reply WHERE consortium_id = $1 AND ended_at IS NULL ORDER BY title, id",
    )
    .bind(consortium)
    .fetch_all(conn)
    .await?)
}

pub async fn by_id(conn: &mut Conn, consortium: &ConsortiumId, id: &str) -> Result<Saved> {
    Ok(sqlx::query_as(
        "SELECT id, title, text FROM saved_reply WHERE consortium_id = $1 AND id = $2 AND ended_at IS NULL",
    )
    .bind(consortium)
    .bind(id)
    .fetch_one(conn)
    .await?)
}

/// Writes a new one.
pub async fn insert(
    conn: &mut Conn,
    consortium: &ConsortiumId,
    it: &Saved,
    by: Option<&PersonId>,
    now: Instant,
) -> Result<()> {
    sqlx::query(
        "INSERT INTO saved_reply (id, consortium_id, title, text, created_by, created_at, changed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $6)",
    )
    .bind(&it.id)
    .bind(consortium)
    .bind(&it.title)
    .bind(&it.text)
    .bind(by)
    .bind(now)
    .execute(conn)
    .await?;
    Ok(())
}

pub async fn save(conn: &mut Conn, consortium: &ConsortiumId, it: &Saved, now: Instant) -> Result<()> {
    sqlx::query(
        "UPDATE saved_reply SET title = $3, text = $4, changed_at = $5 WHERE consortium_id = $1 AND id = $2",
    )
    .bind(consortium)
    .bind(&it.id)
    .bind(&it.title)
    .bind(&it.text)
    .bind(now)
    .execute(conn)
    .await?;
    Ok(())
}

/// Ends one: it is not offered any more.
pub async fn end(conn: &mut Conn, consortium: &ConsortiumId, id: &str, now: Instant) -> Result<()> {
    sqlx::query("UPDATE saved_reply SET ended_at = $3 WHERE consortium_id = $1 AND id = $2")
        .bind(consortium)
        .bind(id)
        .bind(now)
        .execute(conn)
        .await?;
    Ok(())
}
