//! How what other servers send is kept, first as it came, then only that it came.
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;

/// A message of another server, as it lies in the database.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Received {
    pub id: String,
    pub fingerprint: String,
    pub activity_id: String,
    pub actor: String,
    pub host: String,
    /// The path it was sent to, with what the signature may cover.
    pub path: String,
    /// The headers that a signature may cover (JSON).
    pub headers: String,
    pub body: String,
    pub received_at: Instant,
    pub tries: i64,
}

/// Keeps a message as it came; tells whether it is new.
pub async fn keep(conn: &mut Conn, it: &Received) -> Result<bool> {
    let kept = sqlx::query(
        "INSERT INTO received (id, fingerprint, activity_id, actor, host, path, headers, body, received_at,
           next_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) ON CONFLICT (fingerprint) DO NOTHING",
    )
    .bind(&it.id)
    .bind(&it.fingerprint)
    .bind(&it.activity_id)
    .bind(&it.actor)
    .bind(&it.host)
    .bind(&it.path)
    .bind(&it.headers)
    .bind(&it.body)
    .bind(it.received_at)
    .execute(conn)
    .await?;
    Ok(kept.rows_affected() == 1)
}

/// Counts the messages of a host that wait, up to a limit.
pub async fn waiting_of(conn: &mut Conn, host: &str, limit: i64) -> Result<i64> {
    let (count,): (i64,) = sqlx::query_as(
        "SELECT COUNT(*) FROM
           (SELECT 1 AS one FROM received WHERE host = $1 AND next_at IS NOT NULL LIMIT $2) AS waiting",
    )
    .bind(host)
    .bind(limit)
    .fetch_one(conn)
    .await?;
    Ok(count)
}

/// Counts all messages that wait, up to a limit.
pub async fn waiting(conn: &mut Conn, limit: i64) -> Result<i64> {
    let (count,): (i64,) = sqlx::query_as(
        "SELECT COUNT(*) FROM (SELECT 1 AS one FROM received WHERE next_at IS NOT NULL LIMIT $1) AS waiting",
    )
    .bind(limit)
    .fetch_one(conn)
    .await?;
    Ok(count)
}

/// Gives the messages that are due, the oldest first.
pub async fn due(conn: &mut Conn, now: Instant, limit: i64) -> Result<Vec<Received>> {
    Ok(sqlx::query_as(
        "SELECT id, fingerprint, activity_id, actor, host, path, headers, body, received_at, tries
         FROM received WHERE next_at <= $1 ORDER BY next_at, received_at, id LIMIT $2",
    )
    .bind(now)
    .bind(limit)
    .fetch_all(conn)
    .await?)
}

/// Tells when the next message is due.
pub async fn next_at(conn: &mut Conn) -> Result<Option<Instant>> {
    let (at,): (Option<i64>,) =
        sqlx::query_as("SELECT MIN(next_at) FROM received WHERE next_at IS NOT NULL").fetch_one(conn).await?;
    Ok(at.map(Instant))
}

/// Tells whether this activity of this actor was taken in before.
pub async fn is_known(conn: &mut Conn, activity: &str, actor: &str) -> Result<bool> {
    let (count,): (i64,) = sqlx::query_as(
        "SELECT COUNT(*) FROM received WHERE activity_id = $1 AND actor = $2 AND outcome = 'taken'",
    )
    .bind(activity)
    .bind(actor)
    .fetch_one(conn)
    .await?;
    Ok(count > 0)
}

/// Ends a message: its words go, what became of it stays for a while. Tells whether it was still
/// open: of two that end it, one is first.
pub async fn end(conn: &mut Conn, id: &str, outcome: &str, now: Instant) -> Result<bool> {
    let ended = sqlx::query(
        "UPDATE received SET done_at = $2, next_at = NULL, outcome = $3, body = '', headers = ''
         WHERE id = $1 AND next_at IS NOT NULL",
    )
    .bind(id)
    .bind(now)
    .bind(outcome)
    .execute(conn)
    .await?;
    Ok(ended.rows_affected() == 1)
}

/// Puts a message back until its sender can be asked.
pub async fn put_back(conn: &mut Conn, id: &str, next_at: Instant, why: &str) -> Result<()> {
    sqlx::query(
        "UPDATE received SET next_at = $2, tries = tries + 1, outcome = $3 WHERE id = $1 AND next_at IS NOT NULL",
    )
    .bind(id)
    .bind(next_at)
    .bind(why)
    .execute(conn)
    .await?;
    Ok(())
}

/// Forgets what was ended before an instant.
pub async fn forget_before(conn: &mut Conn, before: Instant) -> Result<()> {
    sqlx::query("DELETE FROM received WHERE done_at < $1").bind(before).execute(conn).await?;
    Ok(())
}
