//! How sessions are remembered.
use super::session::{Session, hash_secret};
use super::{PersonId, SessionId};
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;

pub async fn insert(conn: &mut Conn, it: &Session, secret: &str) -> Result<()> {
    sqlx::query(
        "INSERT INTO session (id, token_hash, person_id, agent, shared_at, created_at, seen_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(&it.id)
    .bind(hash_secret(secret))
    .bind(&it.person_id)
    .bind(&it.agent)
    .bind(it.shared_at)
    .bind(it.created_at)
    .bind(it.seen_at)
    .bind(it.expires_at)
    .execute(conn)
    .await?;
    Ok(())
}

/// Finds the live session of a secret.
pub async fn by_secret(conn: &mut Conn, secret: &str, now: Instant) -> Result<Option<Session>> {
    Ok(sqlx::query_as(
        "SELECT id, person_id, agent, shared_at, created_at, seen_at, expires_at FROM session
         WHERE token_hash = $1 AND ended_at IS NULL AND expires_at > $2",
    )
    .bind(hash_secret(secret))
    .bind(now)
    .fetch_optional(conn)
    .await?)
}

/// Gives the language of whoever a session belongs or belonged to, one that is over too.
pub async fn language_of(conn: &mut Conn, secret: &str) -> Result<Option<String>> {
    let row: Option<(String,)> = sqlx::query_as(
        "SELECT p.language FROM session s JOIN person p ON p.id = s.person_id WHERE s.token_hash = $1",
    )
    .bind(hash_secret(secret))
    .fetch_optional(conn)
    .await?;
    Ok(row.map(|(language,)| language))
}

/// Gives the live sessions of a person, the last used first.
pub async fn live_of(conn: &mut Conn, person: &PersonId, now: Instant) -> Result<Vec<Session>> {
    Ok(sqlx::query_as(
        "SELECT id, person_id, agent, shared_at, created_at, seen_at, expires_at FROM session
         WHERE person_id = $1 AND ended_at IS NULL AND expires_at > $2 ORDER BY seen_at DESC, id",
    )
    .bind(person)
    .bind(now)
    .fetch_all(conn)
    .await?)
}

/// Notes that a session is in use and lets it hold on.
pub async fn touch(conn: &mut Conn, id: &SessionId, now: Instant, expires_at: Instant) -> Result<()> {
    sqlx::query("UPDATE session SET seen_at = $1, expires_at = $2 WHERE id = $3 AND ended_at IS NULL")
        .bind(now)
        .bind(expires_at)
        .bind(id)
        .execute(conn)
        .await?;
    Ok(())
}

/// Ends one session of a person; somebody else's is left alone.
pub async fn end(conn: &mut Conn, person: &PersonId, id: &SessionId, now: Instant) -> Result<()> {
    sqlx::query("UPDATE session SET ended_at = $1 WHERE id = $2 AND person_id = $3 AND ended_at IS NULL")
        .bind(now)
        .bind(id)
        .bind(person)
        .execute(conn)
        .await?;
    Ok(())
}

/// Ends all sessions of a person, or all but one.
pub async fn end_all(
    conn: &mut Conn,
    person: &PersonId,
    but: Option<&SessionId>,
    now: Instant,
) -> Result<()> {
    sqlx::query("UPDATE session SET ended_at = $1 WHERE person_id = $2 AND ended_at IS NULL AND id <> $3")
        .bind(now)
        .bind(person)
        .bind(but.map_or("", |id| id.as_str()))
        .execute(conn)
        .await?;
    Ok(())
}
