//! What an operator sees: whether somebody runs the installation, and what got stuck.
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::mail::UNCONFIRMED;
use crate::member::people::trail::Line;
use crate::member::{Person, PersonId};

/// Counts the people who run the installation.
pub async fn operators(conn: &mut Conn) -> Result<i64> {
    let (count,): (i64,) = sqlx::query_as(
        "SELECT CAST(COUNT(*) AS BIGINT) FROM person WHERE operator_since IS NOT NULL AND ended_at IS NULL",
    )
    .fetch_one(conn)
    .await?;
    Ok(count)
}

/// Gives everybody who has or had access, by name.
pub async fn everybody(conn: &mut Conn) -> Result<Vec<Person>> {
    Ok(sqlx::query_as("SELECT * FROM person ORDER BY name, id").fetch_all(conn).await?)
}

/// Ends a person's access, and that they run the installation.
pub async fn end_person(conn: &mut Conn, id: &PersonId, now: Instant) -> Result<()> {
    sqlx::query("UPDATE person SET ended_at = $1, operator_since = NULL WHERE id = $2 AND ended_at IS NULL")
        .bind(now)
        .bind(id)
        .execute(conn)
        .await?;
    Ok(())
}

pub async fn return_person(conn: &mut Conn, id: &PersonId) -> Result<()> {
    sqlx::query("UPDATE person SET ended_at = NULL WHERE id = $1").bind(id).execute(conn).await?;
    Ok(())
}

pub async fn end_operating(conn: &mut Conn, id: &PersonId) -> Result<()> {
    sqlx::query("UPDATE person SET operator_since = NULL WHERE id = $1").bind(id).execute(conn).await?;
    Ok(())
}

/// Gives the newest lines about the running of the installation. What people did about their own
/// sign-in belongs to no Verbund either, and is nobody else's business.
pub async fn trail(conn: &mut Conn, limit: i64) -> Result<Vec<Line>> {
    Ok(sqlx::query_as(
        "SELECT a.at, a.act, a.subject, a.detail, COALESCE(p.name, '') AS who
         FROM audit a LEFT JOIN person p ON p.id = a.person_id
         WHERE a.consortium_id IS NULL
           AND a.act IN ('operator-invited', 'operator-joined', 'operating-ended', 'person-ended',
             'person-returned', 'rescue-issued')
         ORDER BY a.at DESC, a.id DESC LIMIT $1",
    )
    .bind(limit)
    .fetch_all(conn)
    .await?)
}

/// How the work in the background goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Health {
    /// Jobs whose time has come; what is planned for later waits for nobody.
    pub due_jobs: i64,
    pub failed_jobs: i64,
    pub unsent_mails: i64,
    pub failed_mails: i64,
    /// Letters of which nobody knows whether they arrived; they are not sent again.
    pub unconfirmed_mails: i64,
}

pub async fn health(conn: &mut Conn, now: Instant) -> Result<Health> {
    Ok(sqlx::query_as(
        "SELECT
           (SELECT CAST(COUNT(*) AS BIGINT) FROM job WHERE done_at IS NULL AND failed_at IS NULL AND run_at <= $1) AS due_jobs,
           (SELECT CAST(COUNT(*) AS BIGINT) FROM job WHERE failed_at IS NOT NULL) AS failed_jobs,
           (SELECT CAST(COUNT(*) AS BIGINT) FROM mail WHERE sent_at IS NULL AND failed_at IS NULL) AS unsent_mails,
           (SELECT CAST(COUNT(*) AS BIGINT) FROM mail WHERE failed_at IS NOT NULL AND last_error <> $2) AS failed_mails,
           (SELECT CAST(COUNT(*) AS BIGINT) FROM mail WHERE failed_at IS NOT NULL AND last_error = $2) AS unconfirmed_mails",
    )
    .bind(now)
    .bind(UNCONFIRMED)
    .fetch_one(conn)
    .await?)
}
