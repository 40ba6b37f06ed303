//! What happens later, by itself. A job is written in the transaction that makes it necessary,
//! taken by one process at a time with a lease, and taken up again when that process dies.
//! Letters have a lane of their own, and so have what asks other servers and what goes out to many:
//! one that is slow makes nothing else wait.
use std::sync::Arc;

use tokio::sync::{Notify, watch};

use super::clock::Instant;
use super::db::Conn;
use super::error::Result;
use super::store;

/// How long a process may work on a job before another may take it, in seconds.
pub const LEASE_SECONDS: i64 = 60;

/// How often a job is tried before a person has to look at it.
pub const MAX_ATTEMPTS: i64 = 12;

/// How often a job may be begun without coming to an end, good or bad, before it is given up: it
/// probably takes the whole program with it.
pub const MAX_LOST: i64 = 5;

/// How long a due job may lie untouched before somebody should know, in minutes.
const LATE_MINUTES: i64 = 5;

/// The kind of the job that reads what other servers sent. It has a lane of its own, because it asks
/// those servers who they are.
pub const RECEIVED: &str = "received-read";

/// A row of jobs that wait for each other, and for nobody else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    Letters,
    /// What asks other servers and waits for them: kinds that begin with [`NETWORKS`].
    Networks,
    /// What goes out to many: kinds that begin with [`BULK`]. It makes neither the letters to single
    /// people wait nor anything else.
    Bulk,
    /// What other servers have sent: [`RECEIVED`].
    Received,
    Rest,
}

/// How the kinds of jobs begin that have the lane for what goes out to many.
pub const BULK: &str = "bulk-";

impl Lane {
    pub const ALL: [Lane; 5] = [Lane::Letters, Lane::Networks, Lane::Bulk, Lane::Received, Lane::Rest];
}

/// How the kinds of jobs begin that wait for other servers.
pub const NETWORKS: &str = "net-";

/// A job that a process has taken.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Job {
    pub id: String,
    pub kind: String,
    pub payload: String,
    pub attempts: i64,
    /// How often it was begun in a row without an end, because its process died.
    pub lost: i64,
}

/// A job that is not tried any more: a person has to look at it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct GivenUp {
    pub kind: String,
    pub failed_at: Instant,
    pub last_error: String,
}

/// Wakes the sleeping workers and pumps of this process after a commit.
#[derive(Debug, Clone, Default)]
pub struct Waker {
    lanes: Arc<[Notify; Lane::ALL.len()]>,
    pumps: watch::Sender<()>,
}

impl Waker {
    pub fn wake(&self) {
        self.lanes.iter().for_each(Notify::notify_one);
        self.pumps.send_replace(());
    }

    pub async fn woken(&self, lane: Lane) {
        self.lanes[lane as usize].notified().await;
    }

    /// Lets somebody who has work of their own learn of every commit.
    pub fn pumps(&self) -> watch::Receiver<()> {
        self.pumps.subscribe()
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

/// Tells for how many minutes a due job has lain untouched, if that is long enough to be said: no
/// worker runs, or it hangs.
pub async fn minutes_late(conn: &mut Conn, now: Instant) -> Result<Option<i64>> {
    let mut longest = 0;
    for lane in Lane::ALL {
        let due = store::next_job_at(conn, lane).await?;
        longest = longest.max(due.map_or(0, |due| (now.millis() - due.millis()) / 60_000));
    }
    Ok((longest >= LATE_MINUTES).then_some(longest))
}
