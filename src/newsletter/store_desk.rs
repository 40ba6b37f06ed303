//! What the desk is told: counts, never a list of addresses.
use super::{IssueId, SubscriberId};
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::consortium::ConsortiumId;

/// How many have confirmed, have yet to, and have ended in the time for which a proof is kept.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Counts {
    pub each: i64,
    pub digest: i64,
    pub unconfirmed: i64,
    pub ended: i64,
    pub bounced: i64,
}

/// A sending and what became of its letters.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Sending {
    pub id: IssueId,
    pub rhythm: String,
    pub created_at: Instant,
    pub withdrawn_at: Option<Instant>,
    pub sent: i64,
    pub waiting: i64,
    pub refused: i64,
    pub unconfirmed: i64,
}

pub async fn counts(conn: &mut Conn, consortium: &ConsortiumId) -> Result<Counts> {
    Ok(sqlx::query_as(
        "SELECT
           CAST(COALESCE(SUM(CASE WHEN confirmed_at IS NOT NULL AND ended_at IS NULL AND rhythm = 'each' THEN 1 ELSE 0 END), 0) AS BIGINT) AS each,
           CAST(COALESCE(SUM(CASE WHEN confirmed_at IS NOT NULL AND ended_at IS NULL AND rhythm = 'digest' THEN 1 ELSE 0 END), 0) AS BIGINT) AS digest,
           CAST(COALESCE(SUM(CASE WHEN confirmed_at IS NULL AND ended_at IS NULL THEN 1 ELSE 0 END), 0) AS BIGINT) AS unconfirmed,
           CAST(COALESCE(SUM(CASE WHEN ended_at IS NOT NULL THEN 1 ELSE 0 END), 0) AS BIGINT) AS ended,
           CAST(COALESCE(SUM(CASE WHEN ended_why = 'bounced' THEN 1 ELSE 0 END), 0) AS BIGINT) AS bounced
         FROM subscriber WHERE consortium_id = $1",
    )
    .bind(consortium)
    .fetch_one(conn)
    .await?)
}

/// Gives the last sendings of a Verbund, the newest first.
pub async fn sendings(conn: &mut Conn, consortium: &ConsortiumId, limit: i64) -> Result<Vec<Sending>> {
    Ok(sqlx::query_as(
        "SELECT n.id, n.rhythm, n.created_at, n.withdrawn_at,
           CAST(COALESCE(SUM(CASE WHEN l.outcome = 'sent' THEN 1 ELSE 0 END), 0) AS BIGINT) AS sent,
           CAST(COALESCE(SUM(CASE WHEN l.issue_id IS NOT NULL AND l.outcome = '' THEN 1 ELSE 0 END), 0) AS BIGINT) AS waiting,
           CAST(COALESCE(SUM(CASE WHEN l.outcome = 'refused' THEN 1 ELSE 0 END), 0) AS BIGINT) AS refused,
           CAST(COALESCE(SUM(CASE WHEN l.outcome = 'unconfirmed' THEN 1 ELSE 0 END), 0) AS BIGINT) AS unconfirmed
         FROM newsletter_issue n LEFT JOIN newsletter_letter l ON l.issue_id = n.id
         WHERE n.consortium_id = $1 GROUP BY n.id, n.rhythm, n.created_at, n.withdrawn_at
         ORDER BY n.created_at DESC, n.id DESC LIMIT $2",
    )
    .bind(consortium)
    .bind(limit)
    .fetch_all(conn)
    .await?)
}

/// Gives what is known of the letters to somebody: when, of which sending, and what became of it.
pub async fn letters_to(conn: &mut Conn, id: &SubscriberId) -> Result<Vec<(IssueId, Instant, String)>> {
    Ok(sqlx::query_as(
        "SELECT issue_id, begun_at, outcome FROM newsletter_letter
         WHERE subscriber_id = $1 AND begun_at IS NOT NULL ORDER BY begun_at DESC, issue_id DESC LIMIT 500",
    )
    .bind(id)
    .fetch_all(conn)
    .await?)
}
