//! The rows that wait for a server, and what became of them.
use super::Ended;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;

/// How many rows a server is sent in one go.
const IN_ONE_GO: i64 = 20;

/// A row that is due.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Row {
    pub activity: String,
    pub inbox: String,
    pub host: String,
    pub signer: String,
    pub tries: i64,
    pub made_at: Instant,
}

/// Reads the rows that are due for the servers of a claim, the oldest first; what came later waits
/// for what its actor said before.
pub async fn due(conn: &mut Conn, claim: &str, now: Instant) -> Result<Vec<Row>> {
    Ok(sqlx::query_as(
        "SELECT activity, inbox, host, signer, tries, made_at FROM
           (SELECT d.*, ROW_NUMBER() OVER (PARTITION BY d.host ORDER BY d.activity, d.inbox) AS place
            FROM outgoing_delivery d
            WHERE d.host IN (SELECT host FROM outgoing_host WHERE leased_by = $1)
              AND d.ended_at IS NULL AND d.next_at <= $2 AND NOT EXISTS
                (SELECT 1 FROM outgoing_delivery e WHERE e.host = d.host AND e.signer = d.signer
                   AND e.ended_at IS NULL AND e.activity < d.activity AND e.next_at > $2)) AS due
         WHERE place <= $3 ORDER BY host, activity, inbox",
    )
    .bind(claim)
    .bind(now)
    .bind(IN_ONE_GO)
    .fetch_all(conn)
    .await?)
}

/// Reads what an activity says.
pub async fn body(conn: &mut Conn, activity: &str) -> Result<String> {
    let (body,): (String,) = sqlx::query_as("SELECT body FROM outgoing_activity WHERE id = $1")
        .bind(activity)
        .fetch_one(conn)
        .await?;
    Ok(body)
}

/// Marks rows as sent.
pub async fn sent(conn: &mut Conn, rows: &[&Row], now: Instant) -> Result<()> {
    for some in rows.chunks(100) {
        let places: Vec<String> =
            (0..some.len()).map(|n| format!("(${}, ${})", 2 * n + 2, 2 * n + 3)).collect();
        let sql = format!(
            "UPDATE outgoing_delivery SET ended_at = $1, outcome = 'sent', tries = tries + 1, why = ''
             WHERE (activity, inbox) IN (VALUES {})",
            places.join(", ")
        );
        let mut statement = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(now);
        for row in some {
            statement = statement.bind(&row.activity).bind(&row.inbox);
        }
        statement.execute(&mut *conn).await?;
    }
    Ok(())
}

/// Ends a row.
pub async fn end(conn: &mut Conn, row: &Row, ended: Ended, why: &str, now: Instant) -> Result<()> {
    sqlx::query(
        "UPDATE outgoing_delivery SET ended_at = $3, outcome = $4, why = $5, tries = tries + 1
         WHERE activity = $1 AND inbox = $2 AND ended_at IS NULL",
    )
    .bind(&row.activity)
    .bind(&row.inbox)
    .bind(now)
    .bind(ended.code())
    .bind(why)
    .execute(conn)
    .await?;
    Ok(())
}

/// Puts a row off.
pub async fn put_off(conn: &mut Conn, row: &Row, at: Instant, why: &str) -> Result<()> {
    sqlx::query(
        "UPDATE outgoing_delivery SET next_at = $3, why = $4, tries = tries + 1
         WHERE activity = $1 AND inbox = $2 AND ended_at IS NULL",
    )
    .bind(&row.activity)
    .bind(&row.inbox)
    .bind(at)
    .bind(why)
    .execute(conn)
    .await?;
    Ok(())
}

/// Makes everything that waits for a server due at once: it is there again.
pub async fn all_due(conn: &mut Conn, host: &str, now: Instant) -> Result<()> {
    sqlx::query(
        "UPDATE outgoing_delivery SET next_at = $2 WHERE host = $1 AND ended_at IS NULL AND next_at > $2",
    )
    .bind(host)
    .bind(now)
    .execute(conn)
    .await?;
    Ok(())
}

/// Ends everything that waits for an inbox.
pub async fn end_inbox(conn: &mut Conn, inbox: &str, host: &str, why: &str, now: Instant) -> Result<()> {
    sqlx::query(
        "UPDATE outgoing_delivery SET ended_at = $3, outcome = 'gone', why = $4
         WHERE host = $2 AND inbox = $1 AND ended_at IS NULL",
    )
    .bind(inbox)
    .bind(host)
    .bind(now)
    .bind(why)
    .execute(conn)
    .await?;
    Ok(())
}

/// Ends everything that waits for a server.
pub async fn end_host(conn: &mut Conn, host: &str, why: &str, now: Instant) -> Result<()> {
    sqlx::query(
        "UPDATE outgoing_delivery SET ended_at = $2, outcome = 'gone', why = $3
         WHERE host = $1 AND ended_at IS NULL",
    )
    .bind(host)
    .bind(now)
    .bind(why)
    .execute(conn)
    .await?;
    Ok(())
}

/// Ends the follows of everybody behind an inbox that will never be there again.
pub async fn end_followers(conn: &mut Conn, inbox: &str) -> Result<()> {
    sqlx::query(
        "DELETE FROM follower WHERE remote_id IN (SELECT id FROM remote_actor
           WHERE CASE WHEN shared_inbox = '' THEN inbox ELSE shared_inbox END = $1)",
    )
    .bind(inbox)
    .execute(conn)
    .await?;
    Ok(())
}
