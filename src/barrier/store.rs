//! How reported barriers are remembered.
use super::{BarrierId, Report};
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::consortium::ConsortiumId;
use crate::institution::InstitutionId;
use crate::member::PersonId;

/// Writes a report under the next number of its Verbund, which it is told.
pub async fn insert(conn: &mut Conn, it: &mut Report) -> Result<()> {
    let (last,): (i64,) = sqlx::query_as(
        "SELECT CAST(COALESCE(MAX(number), 0) AS BIGINT) FROM barrier_report WHERE consortium_id = $1",
    )
    .bind(&it.consortium_id)
    .fetch_one(&mut *conn)
    .await?;
    it.number = last + 1;
    sqlx::query(
        "INSERT INTO barrier_report (id, consortium_id, number, received_at, language, page, body, reply_to)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(&it.id)
    .bind(&it.consortium_id)
    .bind(it.number)
    .bind(it.received_at)
    .bind(&it.language)
    .bind(&it.page)
    .bind(&it.body)
    .bind(&it.reply_to)
    .execute(conn)
    .await?;
    Ok(())
}

/// Gives all reports of a Verbund: open ones first, of these the longest waiting first, then the
/// answered ones, the newest first.
pub async fn all(conn: &mut Conn, id: &ConsortiumId) -> Result<Vec<Report>> {
    Ok(sqlx::query_as(
        "SELECT * FROM barrier_report WHERE consortium_id = $1
         ORDER BY CASE WHEN answered_at IS NULL THEN 0 ELSE 1 END,
           CASE WHEN answered_at IS NULL THEN received_at ELSE -answered_at END, number",
    )
    .bind(id)
    .fetch_all(conn)
    .await?)
}

/// Gives the reports that have no answer yet, the longest waiting first.
pub async fn open(conn: &mut Conn, id: &ConsortiumId) -> Result<Vec<Report>> {
    Ok(sqlx::query_as(
        "SELECT * FROM barrier_report WHERE consortium_id = $1 AND answered_at IS NULL
         ORDER BY received_at, number",
    )
    .bind(id)
    .fetch_all(conn)
    .await?)
}

/// Finds a report of a Verbund by its number.
pub async fn by_number(conn: &mut Conn, id: &ConsortiumId, number: i64) -> Result<Report> {
    Ok(sqlx::query_as("SELECT * FROM barrier_report WHERE consortium_id = $1 AND number = $2")
        .bind(id)
        .bind(number)
        .fetch_one(conn)
        .await?)
}

pub async fn by_id(conn: &mut Conn, id: &BarrierId) -> Result<Report> {
    Ok(sqlx::query_as("SELECT * FROM barrier_report WHERE id = $1").bind(id).fetch_one(conn).await?)
}

/// Writes down who looks after a report; giving it to somebody begins the work.
pub async fn give(
    conn: &mut Conn,
    id: &BarrierId,
    house: Option<&InstitutionId>,
    person: Option<&PersonId>,
    begun_at: Option<Instant>,
) -> Result<()> {
    sqlx::query(
        "UPDATE barrier_report SET institution_id = $1, person_id = $2, begun_at = COALESCE(begun_at, $3)
         WHERE id = $4",
    )
    .bind(house)
    .bind(person)
    .bind(begun_at)
    .bind(id)
    .execute(conn)
    .await?;
    Ok(())
}

/// Writes down that the reporter knows that it takes longer.
pub async fn mark_interim(conn: &mut Conn, id: &BarrierId, now: Instant) -> Result<()> {
    sqlx::query("UPDATE barrier_report SET interim_at = $1, begun_at = COALESCE(begun_at, $1) WHERE id = $2")
        .bind(now)
        .bind(id)
        .execute(conn)
        .await?;
    Ok(())
}

/// Writes down the answer and what was done; this closes the case.
pub async fn answer(conn: &mut Conn, it: &Report) -> Result<()> {
    sqlx::query(
        "UPDATE barrier_report SET answer = $1, note = $2, answered_at = $3, answered_by = $4,
           begun_at = COALESCE(begun_at, $3) WHERE id = $5",
    )
    .bind(&it.answer)
    .bind(&it.note)
    .bind(it.answered_at)
    .bind(&it.answered_by)
    .bind(&it.id)
    .execute(conn)
    .await?;
    Ok(())
}

/// Counts a reminder, and tells whether it was this one's turn.
pub async fn count_reminder(conn: &mut Conn, id: &BarrierId, before: i64) -> Result<bool> {
    let done = sqlx::query("UPDATE barrier_report SET reminders = $1 WHERE id = $2 AND reminders = $3")
        .bind(before + 1)
        .bind(id)
        .bind(before)
        .execute(conn)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Deletes the reporter's address, and the letters that went there.
pub async fn forget(conn: &mut Conn, it: &Report, address: Option<&str>, now: Instant) -> Result<()> {
    if let Some(address) = address {
        // Only letters as old as the case: another case of the same person may still be under way.
        sqlx::query(
            "DELETE FROM mail WHERE consortium_id = $1 AND person_id IS NULL AND recipient = $2
               AND created_at <= $3",
        )
        .bind(&it.consortium_id)
        .bind(address)
        .bind(it.answered_at)
        .execute(&mut *conn)
        .await?;
    }
    sqlx::query("UPDATE barrier_report SET reply_to = '', forgotten_at = $1 WHERE id = $2")
        .bind(now)
        .bind(&it.id)
        .execute(conn)
        .await?;
    Ok(())
}
