//! How letters are remembered.
use super::clock::Instant;
use super::db::Conn;
use super::error::Result;
use super::mail::Letter;

pub async fn insert(conn: &mut Conn, letter: &Letter) -> Result<()> {
    sqlx::query(
        "INSERT INTO mail (id, consortium_id, person_id, recipient, subject, body, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(&letter.id)
    .bind(&letter.consortium_id)
    .bind(&letter.person_id)
    .bind(&letter.recipient)
    .bind(&letter.subject)
    .bind(&letter.body)
    .bind(letter.created_at)
    .execute(conn)
    .await?;
    Ok(())
}

pub async fn find(conn: &mut Conn, id: &str) -> Result<Letter> {
    Ok(sqlx::query_as("SELECT * FROM mail WHERE id = $1").bind(id).fetch_one(conn).await?)
}

/// Gives the newest letters, for the demo and for the operator's check.
pub async fn newest(conn: &mut Conn, limit: i64) -> Result<Vec<Letter>> {
    Ok(sqlx::query_as("SELECT * FROM mail ORDER BY created_at DESC, id DESC LIMIT $1")
        .bind(limit)
        .fetch_all(conn)
        .await?)
}

pub async fn mark(
    conn: &mut Conn,
    id: &str,
    sent: Option<Instant>,
    failed: Option<Instant>,
    attempts: i64,
    why: &str,
) -> Result<()> {
    sqlx::query("UPDATE mail SET sent_at = $1, failed_at = $2, attempts = $3, last_error = $4 WHERE id = $5")
        .bind(sent)
        .bind(failed)
        .bind(attempts)
        .bind(why)
        .bind(id)
        .execute(conn)
        .await?;
    Ok(())
}

/// Empties the letters that were sent before an instant: the links in them are secrets.
pub async fn empty_sent(conn: &mut Conn, before: Instant) -> Result<()> {
    sqlx::query("UPDATE mail SET body = '' WHERE sent_at <= $1 AND body <> ''")
        .bind(before)
        .execute(conn)
        .await?;
    Ok(())
}

/// Removes the letters that went from a Verbund to an address that is no member's.
pub async fn forget_stranger(conn: &mut Conn, consortium: &str, address: &str) -> Result<()> {
    sqlx::query(
        "DELETE FROM mail WHERE consortium_id = $1 AND recipient = $2 AND person_id IS NULL
           AND (sent_at IS NOT NULL OR failed_at IS NOT NULL)",
    )
    .bind(consortium)
    .bind(address)
    .execute(conn)
    .await?;
    Ok(())
}
