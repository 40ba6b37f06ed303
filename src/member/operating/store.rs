//! What an operator sees: whether somebody runs the installation, and what got stuck.
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;

/// Counts the people who run the installation.
pub async fn operators(conn: &mut Conn) -> Result<i64> {
    let (count,): (i64,) = sqlx::query_as(
        "SELECT CAST(COUNT(*) AS BIGINT) FROM person WHERE operator_since IS NOT NULL AND ended_at IS NULL",
    )
    .fetch_one(conn)
    .await?;
    Ok(count)
}

/// How the work in the background goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Health {
    /// Jobs whose time has come; what is planned for later waits for nobody.
    pub due_jobs: i64,
    pub failed_jobs: i64,
    pub unsent_mails: i64,
    pub failed_mails: i64,
}

pub async fn health(conn: &mut Conn, now: Instant) -> Result<Health> {
    Ok(sqlx::query_as(
        "SELECT
           (SELECT CAST(COUNT(*) AS BIGINT) FROM job WHERE done_at IS NULL AND failed_at IS NULL AND run_at <= $1) AS due_jobs,
           (SELECT CAST(COUNT(*) AS BIGINT) FROM job WHERE failed_at IS NOT NULL) AS failed_jobs,
           (SELECT CAST(COUNT(*) AS BIGINT) FROM mail WHERE sent_at IS NULL AND failed_at IS NULL) AS unsent_mails,
           (SELECT CAST(COUNT(*) AS BIGINT) FROM mail WHERE failed_at IS NOT NULL) AS failed_mails",
    )
    .bind(now)
    .fetch_one(conn)
    .await?)
}
