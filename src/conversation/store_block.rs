//! How it is remembered of whom nothing is taken in.
use super::taking::{host_and_above, host_of, identity};
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::channel::Network;
use crate::consortium::ConsortiumId;

/// Tells whether nothing is taken in from an author: by the Verbund or by the whole installation,
/// by name or with the whole host.
pub async fn is_blocked(
    conn: &mut Conn,
    consortium: &ConsortiumId,
    network: Network,
    author_id: &str,
) -> Result<bool> {
    let host = host_of(author_id).unwrap_or_default();
    is_refused(conn, consortium, network.code(), &identity(author_id), &host).await
}

/// Tells the same of an author whose host is known by other means.
pub async fn is_refused(
    conn: &mut Conn,
    consortium: &ConsortiumId,
    network: &str,
    author_id: &str,
    host: &str,
) -> Result<bool> {
    let (blocked,): (i64,) = sqlx::query_as(
        "SELECT COUNT(*) FROM block WHERE ended_at IS NULL AND (consortium_id IS NULL OR consortium_id = $1)
           AND author_id <> '' AND network = $2 AND author_id = $3",
    )
    .bind(consortium)
    .bind(network)
    .bind(author_id)
    .fetch_one(&mut *conn)
    .await?;
    if blocked > 0 {
        return Ok(true);
    }
    for host in host_and_above(host) {
        let (blocked,): (i64,) = sqlx::query_as(
            "SELECT COUNT(*) FROM block WHERE ended_at IS NULL AND (consortium_id IS NULL OR consortium_id = $1)
               AND host = $2",
        )
        .bind(consortium)
        .bind(host)
        .fetch_one(&mut *conn)
        .await?;
        if blocked > 0 {
            return Ok(true);
        }
    }
    Ok(false)
}
