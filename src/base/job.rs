//! What happens later, by itself. A job is written in the transaction that makes it necessary,
//! taken by one process at a time with a lease, and taken up again when that process dies.
use std::sync::Arc;

use tokio::sync::Notify;

use super::clock::Instant;
use super::db::Conn;
use super::error::Result;
use super::store;

/// How long a process may work on a job before another may take it, in seconds.
pub const LEASE_SECONDS: i64 = 60;

/// How often a job is tried before a person has to look at it.
pub const MAX_ATTEMPTS: i64 = 12;

/// A job that a process has taken.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Job {
    pub id: String,
    pub kind: String,
    pub payload: String,
    pub attempts: i64,
}

/// Wakes the sleeping worker of this process after a commit.
#[derive(Debug, Clone, Default)]
pub struct Waker(Arc<Notify>);

impl Waker {
    pub fn wake(&self) {
        self.0.notify_one();
    }

    pub async fn woken(&self) {
        self.0.notified().await;
    }
}

/// Writes down a job for an instant, in the caller's transaction.
pub async fn enqueue(conn: &mut Conn, kind: &str, payload: &str, run_at: Instant) -> Result<()> {
    store::insert_job(conn, kind, None, payload, run_at).await
}

/// Writes down a job of which there may be only one with this key; an undone one is moved to the
/// new instant.
pub async fn enqueue_once(
    conn: &mut Conn,
    kind: &str,
    key: &str,
    payload: &str,
    run_at: Instant,
) -> Result<()> {
    store::insert_job(conn, kind, Some(key), payload, run_at).await
}

/// Tells when a job that failed is tried again: 10 s, 20 s, 40 s … up to six hours.
pub fn retry_at(now: Instant, attempts: i64) -> Instant {
    let exponent = u32::try_from(attempts.clamp(0, 11)).unwrap_or(0);
    now.plus_seconds((10 * 2_i64.pow(exponent)).min(6 * 3600))
}
