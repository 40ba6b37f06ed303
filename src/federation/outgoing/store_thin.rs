//! How rows of what is done are thinned out, so that years of posts do not fill the database.
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;

/// How long an activity is kept with one row for each inbox, in days.
const KEPT_DAYS: i64 = 14;
/// How long what is known of a server is kept when nothing went there, in days.
const HOST_DAYS: i64 = 90;

/// Removes the rows of activities that were done long ago; how many servers they reached is kept.
pub async fn thin(conn: &mut Conn, now: Instant) -> Result<()> {
    let before = now.plus_hours(-24 * KEPT_DAYS);
    let done = "SELECT a.id FROM outgoing_activity a WHERE a.created_at < $1
        AND NOT EXISTS (SELECT 1 FROM outgoing_audience o WHERE o.activity = a.id AND o.spread_at IS NULL)
        AND NOT EXISTS (SELECT 1 FROM outgoing_delivery d WHERE d.activity = a.id AND d.ended_at IS NULL)";
    let count = |filter: &str| {
        format!(
            "(SELECT COUNT(DISTINCT d.host) FROM outgoing_delivery d WHERE d.activity = outgoing_activity.id
                AND {filter})"
        )
    };
    let all = [
        format!(
            "UPDATE outgoing_activity SET hosts_reached = {}, hosts_given_up = {}, body = ''
             WHERE body <> '' AND subject NOT LIKE '%/ap/answer/%' AND id IN ({done})",
            count("d.outcome = 'sent'"),
            count("d.outcome <> 'sent'"),
        ),
        format!("DELETE FROM outgoing_delivery WHERE activity IN ({done})"),
    ];
    for sql in all {
        sqlx::query(sqlx::AssertSqlSafe(sql)).bind(before).execute(&mut *conn).await?;
    }
    sqlx::query(
        "DELETE FROM outgoing_host WHERE next_at IS NULL AND lease_until IS NULL AND COALESCE(scheme_at, 0) < $1
           AND NOT EXISTS (SELECT 1 FROM outgoing_delivery d WHERE d.host = outgoing_host.host)",
    )
    .bind(now.plus_hours(-24 * HOST_DAYS))
    .execute(conn)
    .await?;
    Ok(())
}
