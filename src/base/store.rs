//! How the ground remembers: versions, jobs, attempts, the audit trail.
use super::clock::Instant;
use super::db::Conn;
use super::error::Result;
use super::id::new_id;
use super::job::{BULK, GivenUp, Job, LEASE_SECONDS, Lane, NETWORKS, RECEIVED};
use super::mail;

/// Raises the version of a Verbund and gives the new one.
pub async fn raise_version(conn: &mut Conn, consortium: &str) -> Result<i64> {
    let row: Option<(i64,)> =
        sqlx::query_as("UPDATE consortium SET version = version + 1 WHERE id = $1 RETURNING version")
            .bind(consortium)
            .fetch_optional(conn)
            .await?;
    Ok(row.map_or(0, |(version,)| version))
}

/// Keeps what was sealed with the key of the first start, and gives what is kept.
pub async fn key_probe(conn: &mut Conn, sealed: &str) -> Result<String> {
    sqlx::query("INSERT INTO installation (id, key_probe) VALUES (1, $1) ON CONFLICT (id) DO NOTHING")
        .bind(sealed)
        .execute(&mut *conn)
        .await?;
    let (probe,): (String,) =
        sqlx::query_as("SELECT key_probe FROM installation WHERE id = 1").fetch_one(conn).await?;
    Ok(probe)
}

/// Gives the version of every Verbund.
pub async fn versions(conn: &mut Conn) -> Result<Vec<(String, i64)>> {
    Ok(sqlx::query_as("SELECT id, version FROM consortium").fetch_all(conn).await?)
}

/// Writes a job; one with a key that is there already is moved and made due again.
pub async fn insert_job(
    conn: &mut Conn,
    kind: &str,
    key: Option<&str>,
    payload: &str,
    run_at: Instant,
) -> Result<()> {
    sqlx::query(
        "INSERT INTO job (id, kind, unique_key, payload, run_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (unique_key) DO UPDATE SET payload = excluded.payload, run_at = excluded.run_at,
           attempts = 0, lost = 0, done_at = NULL, failed_at = NULL, lease_until = NULL, leased_by = NULL",
    )
    .bind(new_id())
    .bind(kind)
    .bind(key)
    .bind(payload)
    .bind(run_at)
    .execute(conn)
    .await?;
    Ok(())
}

/// Sets a timer unless one of its kind is still to run.
pub async fn set_timer(conn: &mut Conn, kind: &str, at: Instant) -> Result<()> {
    let (waiting,): (i64,) =
        sqlx::query_as("SELECT COUNT(*) FROM job WHERE kind = $1 AND done_at IS NULL AND failed_at IS NULL")
            .bind(kind)
            .fetch_one(&mut *conn)
            .await?;
    if waiting == 0 {
        insert_job(conn, kind, Some(kind), "", at).await?;
    }
    Ok(())
}

/// Tells whether the job of a key is still to run.
pub async fn is_waiting(conn: &mut Conn, key: &str) -> Result<bool> {
    let (waiting,): (i64,) = sqlx::query_as(
        "SELECT COUNT(*) FROM job WHERE unique_key = $1 AND done_at IS NULL AND failed_at IS NULL",
    )
    .bind(key)
    .fetch_one(conn)
    .await?;
    Ok(waiting > 0)
}

/// Takes the job of a lane that is due longest for one process. A lease that is still there has run
/// out: who had it died, and the job is lost once more. The guard stands twice: PostgreSQL would
/// otherwise give one job to two processes.
pub async fn claim_job(conn: &mut Conn, now: Instant, worker: &str, lane: Lane) -> Result<Option<Job>> {
    Ok(sqlx::query_as(
        "UPDATE job SET lease_until = $1, leased_by = $2, attempts = attempts + 1,
           lost = lost + CASE WHEN lease_until IS NULL THEN 0 ELSE 1 END
         WHERE id = (SELECT id FROM job WHERE done_at IS NULL AND failed_at IS NULL AND run_at <= $3
                       AND (lease_until IS NULL OR lease_until < $3)
                       AND CASE WHEN kind = $4 THEN 0 WHEN kind LIKE $5 THEN 1 WHEN kind LIKE $6 THEN 2
                           WHEN kind = $7 THEN 3 ELSE 4 END = $8
                     ORDER BY run_at, id LIMIT 1)
           AND done_at IS NULL AND failed_at IS NULL AND run_at <= $3
           AND (lease_until IS NULL OR lease_until < $3)
         RETURNING id, kind, payload, attempts, lost",
    )
    .bind(now.plus_seconds(LEASE_SECONDS))
    .bind(worker)
    .bind(now)
    .bind(mail::JOB)
    .bind(format!("{NETWORKS}%"))
    .bind(format!("{BULK}%"))
    .bind(RECEIVED)
    .bind(lane as i64)
    .fetch_optional(conn)
    .await?)
}

/// Holds a job that this process still has for another while.
pub async fn renew_lease(conn: &mut Conn, id: &str, worker: &str, now: Instant) -> Result<()> {
    sqlx::query(
        "UPDATE job SET lease_until = $1 WHERE id = $2 AND leased_by = $3 AND lease_until IS NOT NULL",
    )
    .bind(now.plus_seconds(LEASE_SECONDS))
    .bind(id)
    .bind(worker)
    .execute(conn)
    .await?;
    Ok(())
}

/// Marks a job as done, if this process still holds it.
pub async fn finish_job(conn: &mut Conn, id: &str, worker: &str, now: Instant) -> Result<()> {
    sqlx::query(
        "UPDATE job SET done_at = $1, lease_until = NULL WHERE id = $2 AND leased_by = $3 AND lease_until IS NOT NULL",
    )
    .bind(now)
    .bind(id)
    .bind(worker)
    .execute(conn)
    .await?;
    Ok(())
}

/// Puts a job back: to be tried again at an instant, or given up when there is none.
pub async fn put_job_back(
    conn: &mut Conn,
    id: &str,
    worker: &str,
    again_at: Option<Instant>,
    now: Instant,
    why: &str,
) -> Result<()> {
    let failed_at = again_at.is_none().then_some(now);
    sqlx::query(
        "UPDATE job SET run_at = COALESCE($1, run_at), failed_at = $2, lease_until = NULL, lost = 0, last_error = $3
         WHERE id = $4 AND leased_by = $5",
    )
    .bind(again_at)
    .bind(failed_at)
    .bind(why)
    .bind(id)
    .bind(worker)
    .execute(conn)
    .await?;
    Ok(())
}

/// Hands back at once all jobs of a process that is going down.
pub async fn hand_jobs_back(conn: &mut Conn, worker: &str) -> Result<()> {
    sqlx::query("UPDATE job SET lease_until = NULL WHERE leased_by = $1 AND done_at IS NULL")
        .bind(worker)
        .execute(conn)
        .await?;
    Ok(())
}

/// Tells when the next job of a lane is due, so that nobody has to look before.
pub async fn next_job_at(conn: &mut Conn, lane: Lane) -> Result<Option<Instant>> {
    let (at,): (Option<i64>,) = sqlx::query_as(
        "SELECT MIN(CASE WHEN lease_until IS NOT NULL AND lease_until > run_at THEN lease_until ELSE run_at END)
         FROM job WHERE done_at IS NULL AND failed_at IS NULL
           AND CASE WHEN kind = $1 THEN 0 WHEN kind LIKE $2 THEN 1 WHEN kind LIKE $3 THEN 2
               WHEN kind = $4 THEN 3 ELSE 4 END = $5",
    )
    .bind(mail::JOB)
    .bind(format!("{NETWORKS}%"))
    .bind(format!("{BULK}%"))
    .bind(RECEIVED)
    .bind(lane as i64)
    .fetch_one(conn)
    .await?;
    Ok(at.map(Instant))
}

/// Removes what the program has done and counted.
pub async fn forget_old(conn: &mut Conn, before: Instant) -> Result<()> {
    let all = [
        "DELETE FROM job WHERE done_at < $1",
        "DELETE FROM attempt WHERE window_at < $1",
        "DELETE FROM ceremony WHERE expires_at < $1",
    ];
    run_each(conn, &all, before).await
}

/// Removes what says something about people: where they were signed in, which codes and letters
/// they got, and the tasks about them that failed.
pub async fn forget_personal(conn: &mut Conn, before: Instant) -> Result<()> {
    let all = [
        "DELETE FROM session WHERE ended_at < $1 OR expires_at < $1",
        "DELETE FROM sign_in_code WHERE used_at < $1 OR expires_at < $1",
        "DELETE FROM mail WHERE created_at < $1",
        "DELETE FROM job WHERE failed_at < $1",
    ];
    run_each(conn, &all, before).await
}

async fn run_each(conn: &mut Conn, all: &[&'static str], before: Instant) -> Result<()> {
    for sql in all.iter().copied() {
        sqlx::query(sql).bind(before).execute(&mut *conn).await?;
    }
    Ok(())
}

/// Counts one more attempt of a subject in a window and gives how many there are now.
pub async fn count_attempt(conn: &mut Conn, subject: &str, window: Instant) -> Result<i64> {
    let (count,): (i64,) = sqlx::query_as(
        "INSERT INTO attempt (subject, window_at, count) VALUES ($1, $2, 1)
         ON CONFLICT (subject, window_at) DO UPDATE SET count = attempt.count + 1 RETURNING count",
    )
    .bind(subject)
    .bind(window)
    .fetch_one(conn)
    .await?;
    Ok(count)
}

/// Forgets the attempts of a subject, after it has succeeded.
pub async fn forget_attempts(conn: &mut Conn, subject: &str) -> Result<()> {
    sqlx::query("DELETE FROM attempt WHERE subject = $1").bind(subject).execute(conn).await?;
    Ok(())
}

/// Writes one line of the audit trail.
pub async fn insert_audit(conn: &mut Conn, entry: &super::audit::Entry<'_>) -> Result<()> {
    sqlx::query(
        "INSERT INTO audit (id, consortium_id, at, person_id, act, subject, detail)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(new_id())
    .bind(entry.consortium)
    .bind(entry.at)
    .bind(entry.person)
    .bind(entry.act)
    .bind(entry.subject)
    .bind(entry.detail)
    .execute(conn)
    .await?;
    Ok(())
}

/// Counts the jobs that were given up and the letters that were refused or are unconfirmed.
pub async fn troubles(conn: &mut Conn) -> Result<(i64, i64)> {
    let (jobs,): (i64,) =
        sqlx::query_as("SELECT COUNT(*) FROM job WHERE failed_at IS NOT NULL").fetch_one(&mut *conn).await?;
    let (letters,): (i64,) =
        sqlx::query_as("SELECT COUNT(*) FROM mail WHERE failed_at IS NOT NULL").fetch_one(conn).await?;
    Ok((jobs, letters))
}

/// Gives the jobs that were given up last.
pub async fn given_up(conn: &mut Conn) -> Result<Vec<GivenUp>> {
    let sql = "SELECT kind, failed_at, last_error FROM job WHERE failed_at IS NOT NULL
               ORDER BY failed_at DESC, id LIMIT 20";
    Ok(sqlx::query_as(sql).fetch_all(conn).await?)
}
