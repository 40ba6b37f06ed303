//! How single letters are remembered: each is begun once, and what became of it is written down.
use super::{IssueId, SubscriberId};
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;

/// A letter, as it lies in the database.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Row {
    pub issue_id: IssueId,
    pub subscriber_id: SubscriberId,
    pub tries: i64,
}

/// What became of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Sent,
    Refused,
    /// It may have arrived; nobody knows.
    Unconfirmed,
    /// There was nothing left to send, or nobody to send it to.
    Dropped,
}

impl Outcome {
    pub fn code(self) -> &'static str {
        match self {
            Outcome::Sent => "sent",
            Outcome::Refused => "refused",
            Outcome::Unconfirmed => "unconfirmed",
            Outcome::Dropped => "dropped",
        }
    }
}

/// Gives the letters that are due, those of one sending together, the older sending first.
pub async fn due(conn: &mut Conn, now: Instant, limit: i64) -> Result<Vec<Row>> {
    Ok(sqlx::query_as(
        "SELECT issue_id, subscriber_id, tries FROM newsletter_letter
         WHERE done_at IS NULL AND begun_at IS NULL AND due_at <= $1 ORDER BY issue_id, subscriber_id LIMIT $2",
    )
    .bind(now)
    .bind(limit)
    .fetch_all(conn)
    .await?)
}

/// Tells when the next letter is due.
pub async fn next_due(conn: &mut Conn) -> Result<Option<Instant>> {
    let (at,): (Option<i64>,) = sqlx::query_as(
        "SELECT MIN(due_at) FROM newsletter_letter WHERE done_at IS NULL AND begun_at IS NULL",
    )
    .fetch_one(conn)
    .await?;
    Ok(at.map(Instant))
}

/// Counts the letters that were begun after an instant, and gives when the first of them was.
pub async fn begun_since(conn: &mut Conn, after: Instant) -> Result<(i64, Option<Instant>)> {
    let (count, first): (i64, Option<i64>) =
        sqlx::query_as("SELECT COUNT(*), MIN(begun_at) FROM newsletter_letter WHERE begun_at > $1")
            .bind(after)
            .fetch_one(conn)
            .await?;
    Ok((count, first.map(Instant)))
}

/// Begins a letter; tells whether it is this process that does, and that whoever it goes to still
/// wants it.
pub async fn begin(conn: &mut Conn, it: &Row, now: Instant) -> Result<bool> {
    let done = sqlx::query(
        "UPDATE newsletter_letter SET begun_at = $3, tries = tries + 1
         WHERE issue_id = $1 AND subscriber_id = $2 AND begun_at IS NULL AND done_at IS NULL
           AND EXISTS (SELECT 1 FROM subscriber s WHERE s.id = subscriber_id
                       AND s.confirmed_at IS NOT NULL AND s.ended_at IS NULL)",
    )
    .bind(&it.issue_id)
    .bind(&it.subscriber_id)
    .bind(now)
    .execute(conn)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Puts a letter back of which surely nothing went out.
pub async fn put_back(conn: &mut Conn, it: &Row, due: Instant, why: &str) -> Result<()> {
    sqlx::query(
        "UPDATE newsletter_letter SET begun_at = NULL, due_at = $3, why = $4
         WHERE issue_id = $1 AND subscriber_id = $2 AND done_at IS NULL",
    )
    .bind(&it.issue_id)
    .bind(&it.subscriber_id)
    .bind(due)
    .bind(why)
    .execute(conn)
    .await?;
    Ok(())
}

/// Writes down what became of a letter.
pub async fn finish(conn: &mut Conn, it: &Row, outcome: Outcome, why: &str, now: Instant) -> Result<()> {
    sqlx::query(
        "UPDATE newsletter_letter SET done_at = $3, outcome = $4, why = $5
         WHERE issue_id = $1 AND subscriber_id = $2 AND done_at IS NULL",
    )
    .bind(&it.issue_id)
    .bind(&it.subscriber_id)
    .bind(now)
    .bind(outcome.code())
    .bind(why)
    .execute(conn)
    .await?;
    Ok(())
}

/// Calls unconfirmed what was begun before an instant and has no end: its process died over it.
pub async fn close_dead(conn: &mut Conn, before: Instant, now: Instant) -> Result<u64> {
    let done = sqlx::query(
        "UPDATE newsletter_letter SET done_at = $2, outcome = 'unconfirmed'
         WHERE done_at IS NULL AND begun_at < $1",
    )
    .bind(before)
    .bind(now)
    .execute(conn)
    .await?;
    Ok(done.rows_affected())
}

/// Tells whether some letter was begun and has no end.
pub async fn has_begun(conn: &mut Conn) -> Result<bool> {
    let (count,): (i64,) = sqlx::query_as(
        "SELECT COUNT(*) FROM newsletter_letter WHERE done_at IS NULL AND begun_at IS NOT NULL",
    )
    .fetch_one(conn)
    .await?;
    Ok(count > 0)
}

/// Writes down that a letter came back; tells whether it is one of ours and the first to tell it.
pub async fn came_back(
    conn: &mut Conn,
    issue: &IssueId,
    subscriber: &SubscriberId,
    status: &str,
    now: Instant,
) -> Result<bool> {
    let done = sqlx::query(
        "UPDATE newsletter_letter SET bounced_at = $3, why = $4
         WHERE issue_id = $1 AND subscriber_id = $2 AND begun_at IS NOT NULL AND bounced_at IS NULL",
    )
    .bind(issue)
    .bind(subscriber)
    .bind(now)
    .bind(status)
    .execute(conn)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Gives the last letters to somebody, the newest first: when each went out, and whether it came
/// back or was refused.
pub async fn last(conn: &mut Conn, subscriber: &SubscriberId) -> Result<Vec<(IssueId, Instant, bool)>> {
    let rows: Vec<(IssueId, Instant, i64)> = sqlx::query_as(
        "SELECT issue_id, begun_at, CASE WHEN bounced_at IS NOT NULL OR outcome = 'refused' THEN 1 ELSE 0 END
         FROM newsletter_letter WHERE subscriber_id = $1 AND begun_at IS NOT NULL AND outcome <> 'dropped'
         ORDER BY begun_at DESC, issue_id DESC LIMIT 20",
    )
    .bind(subscriber)
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|(issue, at, back)| (issue, at, back == 1)).collect())
}
