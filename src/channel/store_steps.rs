//! How the steps of a sending are remembered.
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;

/// Finds a step: none, begun without an answer, or the answer.
pub async fn find(conn: &mut Conn, sending: &str, step: &str) -> Result<Option<Option<String>>> {
    let row: Option<(Option<Instant>, String)> =
        sqlx::query_as("SELECT ended_at, answer FROM sending_step WHERE sending_id = $1 AND step = $2")
            .bind(sending)
            .bind(step)
            .fetch_optional(conn)
            .await?;
    Ok(row.map(|(ended_at, answer)| ended_at.map(|_| answer)))
}

/// Writes down that a step begins; one that was begun before begins anew.
pub async fn begin(conn: &mut Conn, sending: &str, step: &str, now: Instant) -> Result<()> {
    sqlx::query(
        "INSERT INTO sending_step (sending_id, step, begun_at) VALUES ($1, $2, $3)
         ON CONFLICT (sending_id, step) DO UPDATE SET begun_at = excluded.begun_at",
    )
    .bind(sending)
    .bind(step)
    .bind(now)
    .execute(conn)
    .await?;
    Ok(())
}

/// Writes down what came of a step.
pub async fn end(conn: &mut Conn, sending: &str, step: &str, answer: &str, now: Instant) -> Result<()> {
    sqlx::query("UPDATE sending_step SET ended_at = $3, answer = $4 WHERE sending_id = $1 AND step = $2")
        .bind(sending)
        .bind(step)
        .bind(now)
        .bind(answer)
        .execute(conn)
        .await?;
    Ok(())
}

/// Forgets a step that was begun and has no answer.
pub async fn undo(conn: &mut Conn, sending: &str, step: &str) -> Result<()> {
    sqlx::query("DELETE FROM sending_step WHERE sending_id = $1 AND step = $2 AND ended_at IS NULL")
        .bind(sending)
        .bind(step)
        .execute(conn)
        .await?;
    Ok(())
}

/// Forgets a step with its answer.
pub async fn forget(conn: &mut Conn, sending: &str, step: &str) -> Result<()> {
    sqlx::query("DELETE FROM sending_step WHERE sending_id = $1 AND step = $2")
        .bind(sending)
        .bind(step)
        .execute(conn)
        .await?;
    Ok(())
}
