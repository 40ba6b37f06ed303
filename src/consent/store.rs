//! How consents are remembered.
use super::{ConsentId, Record};
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::job;
use crate::consortium::ConsortiumId;

/// The job that takes pictures down when a consent ends; its payload is the consent's id.
pub const END_JOB: &str = "end-consent";

/// Writes a consent record, and for its end the job that takes its pictures down.
pub async fn insert(conn: &mut Conn, it: &Record) -> Result<()> {
    sqlx::query(
        "INSERT INTO consent (id, consortium_id, subject, age_class, agreements, purpose, channels, ends_at,
           recorded_by, recorded_at, withdrawn_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    )
    .bind(&it.id)
    .bind(&it.consortium_id)
    .bind(&it.subject)
    .bind(&it.age_class)
    .bind(&it.agreements)
    .bind(&it.purpose)
    .bind(&it.channels)
    .bind(it.ends_at)
    .bind(&it.recorded_by)
    .bind(it.recorded_at)
    .bind(it.withdrawn_at)
    .execute(&mut *conn)
    .await?;
    if let Some(end) = it.ends_at {
        let key = format!("{END_JOB}:{}", it.id);
        job::enqueue_once(conn, END_JOB, &key, it.id.as_str(), end).await?;
    }
    Ok(())
}

pub async fn by_id(conn: &mut Conn, id: &ConsentId) -> Result<Record> {
    Ok(sqlx::query_as("SELECT * FROM consent WHERE id = $1").bind(id).fetch_one(conn).await?)
}

/// Finds a consent of a Verbund; one of another Verbund is not found.
pub async fn of_consortium(conn: &mut Conn, consortium: &ConsortiumId, id: &ConsentId) -> Result<Record> {
    Ok(sqlx::query_as("SELECT * FROM consent WHERE consortium_id = $1 AND id = $2")
        .bind(consortium)
        .bind(id)
        .fetch_one(conn)
        .await?)
}

/// Gives all consents of a Verbund, the newest first, each with how many pictures it covers.
pub async fn all(conn: &mut Conn, consortium: &ConsortiumId) -> Result<Vec<(Record, i64)>> {
    let counts: Vec<(ConsentId, i64)> = sqlx::query_as(
        "SELECT c.id, CAST(COUNT(*) AS BIGINT) FROM consent c JOIN consent_picture cp ON cp.consent_id = c.id
         WHERE c.consortium_id = $1 GROUP BY c.id",
    )
    .bind(consortium)
    .fetch_all(&mut *conn)
    .await?;
    let records: Vec<Record> =
        sqlx::query_as("SELECT * FROM consent WHERE consortium_id = $1 ORDER BY recorded_at DESC, id DESC")
            .bind(consortium)
            .fetch_all(conn)
            .await?;
    let count = |id: &ConsentId| counts.iter().find(|(of, _)| of == id).map_or(0, |(_, count)| *count);
    Ok(records.into_iter().map(|record| (record.clone(), count(&record.id))).collect())
}

/// Notes that a consent was taken back; nobody can undo it. Tells whether it held before.
pub async fn withdraw(conn: &mut Conn, id: &ConsentId, now: Instant) -> Result<bool> {
    let done = sqlx::query("UPDATE consent SET withdrawn_at = $1 WHERE id = $2 AND withdrawn_at IS NULL")
        .bind(now)
        .bind(id)
        .execute(conn)
        .await?;
    Ok(done.rows_affected() > 0)
}
