//! What is remembered of other servers: who speaks to them now, how they fail, how they are signed to.
use super::pace::Host;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::signature::Scheme;

/// How long one process may speak to a server before another may, in seconds: longer than it does.
pub const LEASE_SECONDS: i64 = 150;

/// Takes servers for which something is due: those that are well, or those that fail.
pub async fn claim(
    conn: &mut Conn,
    claim: &str,
    are_well: bool,
    most: i64,
    now: Instant,
) -> Result<Vec<Host>> {
    Ok(sqlx::query_as(
        "UPDATE outgoing_host SET leased_by = $1, lease_until = $2
         WHERE host IN (SELECT host FROM outgoing_host
           WHERE next_at <= $3 AND (lease_until IS NULL OR lease_until < $3)
             AND CASE WHEN failures = 0 THEN 1 ELSE 0 END = $4
           ORDER BY next_at LIMIT $5)
         RETURNING host, not_before, failures, failing_since, opened_at, pause_seconds, nameless_since, scheme,
           scheme_at",
    )
    .bind(claim)
    .bind(now.plus_seconds(LEASE_SECONDS))
    .bind(now)
    .bind(i64::from(are_well))
    .bind(most)
    .fetch_all(conn)
    .await?)
}

/// Tells when the next server has to be spoken to.
pub async fn next_at(conn: &mut Conn) -> Result<Option<Instant>> {
    let (at,): (Option<i64>,) = sqlx::query_as(
        "SELECT MIN(CASE WHEN lease_until IS NOT NULL AND lease_until > next_at THEN lease_until ELSE next_at END)
         FROM outgoing_host WHERE next_at IS NOT NULL",
    )
    .fetch_one(conn)
    .await?;
    Ok(at.map(Instant))
}

/// When the next row of a server is due: only the oldest activity of each actor counts, for what
/// came later waits for it.
const NEXT: &str = "(SELECT MIN(CASE WHEN d.next_at < COALESCE(outgoing_host.not_before, 0)
    THEN outgoing_host.not_before ELSE d.next_at END)
  FROM outgoing_delivery d WHERE d.host = outgoing_host.host AND d.ended_at IS NULL AND NOT EXISTS
    (SELECT 1 FROM outgoing_delivery e WHERE e.host = d.host AND e.signer = d.signer AND e.ended_at IS NULL
       AND e.activity < d.activity))";

/// Gives servers free again of which nothing new is known.
pub async fn release(conn: &mut Conn, claim: &str, hosts: &[&str]) -> Result<()> {
    for some in hosts.chunks(100) {
        let places: Vec<String> = (2..some.len() + 2).map(|n| format!("${n}")).collect();
        let sql = format!(
            "UPDATE outgoing_host SET leased_by = NULL, lease_until = NULL, next_at = {NEXT}
             WHERE leased_by = $1 AND host IN ({})",
            places.join(", ")
        );
        let mut statement = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(claim);
        for host in some {
            statement = statement.bind(*host);
        }
        statement.execute(&mut *conn).await?;
    }
    Ok(())
}

/// Gives a server free again and writes down what was learned of it.
pub async fn release_changed(conn: &mut Conn, claim: &str, it: &Host) -> Result<()> {
    sqlx::query(
        "UPDATE outgoing_host SET not_before = $3, failures = $4, failing_since = $5, opened_at = $6,
           pause_seconds = $7, nameless_since = $8, scheme = $9, scheme_at = $10
         WHERE leased_by = $1 AND host = $2",
    )
    .bind(claim)
    .bind(&it.host)
    .bind(it.not_before)
    .bind(it.failures)
    .bind(it.failing_since)
    .bind(it.opened_at)
    .bind(it.pause_seconds)
    .bind(it.nameless_since)
    .bind(&it.scheme)
    .bind(it.scheme_at)
    .execute(&mut *conn)
    .await?;
    release(conn, claim, &[&it.host]).await
}

/// Gives back what a process that goes down has claimed and not begun.
pub async fn hand_back(conn: &mut Conn, claims: &str) -> Result<()> {
    sqlx::query("UPDATE outgoing_host SET leased_by = NULL, lease_until = NULL WHERE leased_by LIKE $1")
        .bind(format!("{claims}%"))
        .execute(conn)
        .await?;
    Ok(())
}

/// Finds the scheme that a server took last, and when.
pub async fn scheme(conn: &mut Conn, host: &str) -> Result<Option<(String, Option<Instant>)>> {
    Ok(sqlx::query_as("SELECT scheme, scheme_at FROM outgoing_host WHERE host = $1")
        .bind(host)
        .fetch_optional(conn)
        .await?)
}

/// Remembers the scheme that a server took.
pub async fn learn_scheme(conn: &mut Conn, host: &str, scheme: Scheme, now: Instant) -> Result<()> {
    sqlx::query(
        "INSERT INTO outgoing_host (host, scheme, scheme_at) VALUES ($1, $2, $3)
         ON CONFLICT (host) DO UPDATE SET scheme = excluded.scheme, scheme_at = excluded.scheme_at",
    )
    .bind(host)
    .bind(super::knock::code(scheme))
    .bind(now)
    .execute(conn)
    .await?;
    Ok(())
}
