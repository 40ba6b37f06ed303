//! How one row for an activity becomes one row for each inbox, batch by batch, inside the database.
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::kill;

/// How many followers one transaction turns into rows: some milliseconds of writing.
const BATCH: i64 = 2000;

/// A part of an audience that has not got its rows yet.
#[derive(sqlx::FromRow)]
struct Open {
    activity: String,
    signer: String,
    followers_of: String,
    inbox: String,
    host: String,
    cursor: String,
}

/// Tells whether something was said that has not got its rows yet.
pub async fn is_open(conn: &mut Conn) -> Result<bool> {
    let row: Option<(String,)> =
        sqlx::query_as("SELECT activity FROM outgoing_audience WHERE spread_at IS NULL LIMIT 1")
            .fetch_optional(conn)
            .await?;
    Ok(row.is_some())
}

/// Makes the rows of the next batch, the oldest activity first, and tells whether there was one.
/// Everything that is said is spread in the order in which it was said.
pub async fn spread(conn: &mut Conn, now: Instant) -> Result<bool> {
    let open: Option<Open> = sqlx::query_as(
        "SELECT o.activity, a.signer, o.followers_of, o.inbox, o.host, o.cursor
         FROM outgoing_audience o JOIN outgoing_activity a ON a.id = o.activity
         WHERE o.spread_at IS NULL ORDER BY o.activity, o.followers_of, o.inbox LIMIT 1",
    )
    .fetch_optional(&mut *conn)
    .await?;
    let Some(open) = open else { return Ok(false) };
    let next = match open.followers_of.as_str() {
        "" => one_inbox(conn, &open, now).await?,
        _ => followers(conn, &open, now).await?,
    };
    sqlx::query(
        "UPDATE outgoing_audience SET cursor = $1, spread_at = $2
         WHERE activity = $3 AND followers_of = $4 AND inbox = $5",
    )
    .bind(next.as_deref().unwrap_or(&open.cursor))
    .bind(next.is_none().then_some(now))
    .bind(&open.activity)
    .bind(&open.followers_of)
    .bind(&open.inbox)
    .execute(conn)
    .await?;
    kill::point("outgoing.spread");
    Ok(true)
}

async fn one_inbox(conn: &mut Conn, open: &Open, now: Instant) -> Result<Option<String>> {
    sqlx::query(
        "INSERT INTO outgoing_delivery (activity, inbox, host, signer, next_at, made_at)
         VALUES ($1, $2, $3, $4, $5, $5) ON CONFLICT (activity, inbox) DO NOTHING",
    )
    .bind(&open.activity)
    .bind(&open.inbox)
    .bind(&open.host)
    .bind(&open.signer)
    .bind(now)
    .execute(&mut *conn)
    .await?;
    sqlx::query(
        "INSERT INTO outgoing_host (host, next_at) VALUES ($1, $2) ON CONFLICT (host) DO UPDATE SET next_at =
           CASE WHEN outgoing_host.not_before > excluded.next_at THEN outgoing_host.not_before
             WHEN outgoing_host.next_at < excluded.next_at THEN outgoing_host.next_at
             ELSE excluded.next_at END",
    )
    .bind(&open.host)
    .bind(now)
    .execute(conn)
    .await?;
    Ok(None)
}

/// Turns a batch of followers into rows, one for each shared inbox; gives the last of them, if there
/// may be more.
async fn followers(conn: &mut Conn, open: &Open, now: Instant) -> Result<Option<String>> {
    let (last, count): (Option<String>, i64) = sqlx::query_as(
        "SELECT MAX(remote_id), COUNT(*) FROM (SELECT remote_id FROM follower
           WHERE actor_id = $1 AND remote_id > $2 ORDER BY remote_id LIMIT $3) AS batch",
    )
    .bind(&open.followers_of)
    .bind(&open.cursor)
    .bind(BATCH)
    .fetch_one(&mut *conn)
    .await?;
    let Some(last) = last else { return Ok(None) };
    sqlx::query(
        "INSERT INTO outgoing_delivery (activity, inbox, host, signer, next_at, made_at)
         SELECT DISTINCT CAST($1 AS TEXT), CASE WHEN r.shared_inbox = '' THEN r.inbox ELSE r.shared_inbox END,
           r.host, CAST($2 AS TEXT), CAST($3 AS BIGINT), CAST($3 AS BIGINT)
         FROM follower f JOIN remote_actor r ON r.id = f.remote_id
         WHERE f.actor_id = $4 AND f.remote_id > $5 AND f.remote_id <= $6 AND r.gone_at IS NULL
         ON CONFLICT (activity, inbox) DO NOTHING",
    )
    .bind(&open.activity)
    .bind(&open.signer)
    .bind(now)
    .bind(&open.followers_of)
    .bind(&open.cursor)
    .bind(&last)
    .execute(&mut *conn)
    .await?;
    sqlx::query(
        "INSERT INTO outgoing_host (host, next_at)
         SELECT DISTINCT r.host, CAST($1 AS BIGINT) FROM follower f JOIN remote_actor r ON r.id = f.remote_id
         WHERE f.actor_id = $2 AND f.remote_id > $3 AND f.remote_id <= $4 AND r.gone_at IS NULL
         ON CONFLICT (host) DO UPDATE SET next_at =
           CASE WHEN outgoing_host.not_before > excluded.next_at THEN outgoing_host.not_before
             WHEN outgoing_host.next_at < excluded.next_at THEN outgoing_host.next_at
             ELSE excluded.next_at END",
    )
    .bind(now)
    .bind(&open.followers_of)
    .bind(&open.cursor)
    .bind(&last)
    .execute(conn)
    .await?;
    Ok((count == BATCH).then_some(last))
}
