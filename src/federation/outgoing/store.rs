//! How something said is written down: in the transaction of what made it necessary, in a row or two,
//! however many follow.
use serde_json::Value;
use url::Url;

use super::{Progress, host_of, subject_of};
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::id::new_id;
use crate::base::kill;
use crate::federation::actor::Actor;

/// Says something to the followers of the actor that signs it. Saying the same (by its id) again
/// changes nothing.
pub async fn send_to_followers(conn: &mut Conn, actor: &Actor, activity: &Value, now: Instant) -> Result<()> {
    send_on(conn, actor, actor, activity, now).await
}

/// Says something of one actor to those who follow another: whoever saw a post because the Verbund
/// shared it has to hear from the house that it was corrected.
pub async fn send_on(
    conn: &mut Conn,
    signer: &Actor,
    followed: &Actor,
    activity: &Value,
    now: Instant,
) -> Result<()> {
    let id = said(conn, signer, activity, now).await?;
    audience(conn, &id, followed.id.as_str(), "", "").await
}

/// Says something to one inbox. An address that is none is nobody's inbox and gets nothing.
pub async fn send_to(
    conn: &mut Conn,
    signer: &Actor,
    inbox: &str,
    activity: &Value,
    now: Instant,
) -> Result<()> {
    let Ok(url) = Url::parse(inbox) else { return Ok(()) };
    let id = said(conn, signer, activity, now).await?;
    audience(conn, &id, "", url.as_str(), &host_of(&url)).await
}

/// Writes an activity, once, and gives its own id here.
async fn said(conn: &mut Conn, signer: &Actor, activity: &Value, now: Instant) -> Result<String> {
    let name = activity.get("id").and_then(Value::as_str).unwrap_or_default();
    sqlx::query(
        "INSERT INTO outgoing_activity (id, activity_id, signer, subject, body, created_at)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (activity_id) DO NOTHING",
    )
    .bind(new_id())
    .bind(name)
    .bind(signer.id.as_str())
    .bind(subject_of(activity))
    .bind(activity.to_string())
    .bind(now)
    .execute(&mut *conn)
    .await?;
    kill::point("outgoing.said");
    let (id,): (String,) = sqlx::query_as("SELECT id FROM outgoing_activity WHERE activity_id = $1")
        .bind(name)
        .fetch_one(conn)
        .await?;
    Ok(id)
}

async fn audience(conn: &mut Conn, id: &str, followers_of: &str, inbox: &str, host: &str) -> Result<()> {
    sqlx::query(
        "INSERT INTO outgoing_audience (activity, followers_of, inbox, host) VALUES ($1, $2, $3, $4)
         ON CONFLICT (activity, followers_of, inbox) DO NOTHING",
    )
    .bind(id)
    .bind(followers_of)
    .bind(inbox)
    .bind(host)
    .execute(conn)
    .await?;
    Ok(())
}

/// Tells how far what is said about an object has come, in servers: one waits as long as anything
/// for it waits. What was thinned out counts with what it came to.
pub async fn progress(conn: &mut Conn, subject: &str) -> Result<Progress> {
    let (waiting, reached, given_up): (i64, i64, i64) = sqlx::query_as(
        "SELECT CAST(COALESCE(SUM(waits), 0) AS BIGINT), CAST(COALESCE(SUM((1 - waits) * got), 0) AS BIGINT),
           CAST(COALESCE(SUM((1 - waits) * (1 - got)), 0) AS BIGINT)
         FROM (SELECT MAX(CASE WHEN it.ended_at IS NULL THEN 1 ELSE 0 END) AS waits,
                 MAX(CASE WHEN it.outcome = 'sent' THEN 1 ELSE 0 END) AS got
               FROM outgoing_delivery it JOIN outgoing_activity a ON a.id = it.activity
               WHERE a.subject = $1 GROUP BY it.host) AS hosts",
    )
    .bind(subject)
    .fetch_one(&mut *conn)
    .await?;
    let (open, kept_reached, kept_given_up): (i64, i64, i64) = sqlx::query_as(
        "SELECT CAST((SELECT COUNT(*) FROM outgoing_audience o JOIN outgoing_activity a ON a.id = o.activity
                      WHERE a.subject = $1 AND o.spread_at IS NULL) AS BIGINT),
           CAST(COALESCE(MAX(hosts_reached), 0) AS BIGINT), CAST(COALESCE(MAX(hosts_given_up), 0) AS BIGINT)
         FROM outgoing_activity WHERE subject = $1",
    )
    .bind(subject)
    .fetch_one(conn)
    .await?;
    // What is not turned into rows yet waits for at least one server.
    let waiting = waiting.max(open.min(1));
    Ok(Progress {
        reached: reached.max(kept_reached - waiting),
        waiting,
        given_up: given_up.max(kept_given_up),
    })
}

/// Tells whether an activity was said.
pub async fn is_said(conn: &mut Conn, activity: &str) -> Result<bool> {
    let row: Option<(String,)> = sqlx::query_as("SELECT id FROM outgoing_activity WHERE activity_id = $1")
        .bind(activity)
        .fetch_optional(conn)
        .await?;
    Ok(row.is_some())
}

/// Gives what was said about an object by this activity, as long as it is kept.
pub async fn body_of(conn: &mut Conn, activity: &str) -> Result<Option<String>> {
    let row: Option<(String,)> =
        sqlx::query_as("SELECT body FROM outgoing_activity WHERE activity_id = $1 AND body <> ''")
            .bind(activity)
            .fetch_optional(conn)
            .await?;
    Ok(row.map(|(body,)| body))
}
