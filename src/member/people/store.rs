//! How invitations are remembered, and the trail of who did what.
use super::invitation::Invitation;
use super::trail::Line;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::consortium::ConsortiumId;
use crate::member::{InvitationId, PersonId};

pub async fn insert(conn: &mut Conn, it: &Invitation, code_hash: &str) -> Result<()> {
    sqlx::query(
        "INSERT INTO invitation (id, code_hash, consortium_id, institution_id, role, name, places, taken,
           member_until_at, created_by, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    )
    .bind(&it.id)
    .bind(code_hash)
    .bind(&it.consortium_id)
    .bind(&it.institution_id)
    .bind(&it.role)
    .bind(&it.name)
    .bind(it.places)
    .bind(it.taken)
    .bind(it.member_until_at)
    .bind(&it.created_by)
    .bind(it.created_at)
    .bind(it.expires_at)
    .execute(conn)
    .await?;
    Ok(())
}

pub async fn by_code(conn: &mut Conn, code_hash: &str) -> Result<Option<Invitation>> {
    Ok(sqlx::query_as("SELECT * FROM invitation WHERE code_hash = $1")
        .bind(code_hash)
        .fetch_optional(conn)
        .await?)
}

/// Gives the invitations of a Verbund, the newest first.
pub async fn of_consortium(conn: &mut Conn, consortium: &ConsortiumId) -> Result<Vec<Invitation>> {
    Ok(sqlx::query_as(
        "SELECT * FROM invitation WHERE consortium_id = $1 ORDER BY created_at DESC, id DESC LIMIT 100",
    )
    .bind(consortium)
    .fetch_all(conn)
    .await?)
}

/// Finds an invitation of a Verbund; one of another is not found.
pub async fn by_id(conn: &mut Conn, consortium: &ConsortiumId, id: &InvitationId) -> Result<Invitation> {
    Ok(sqlx::query_as("SELECT * FROM invitation WHERE id = $1 AND consortium_id = $2")
        .bind(id)
        .bind(consortium)
        .fetch_one(conn)
        .await?)
}

/// Takes a place; of two who come for the last one at the same time, one gets it.
pub async fn take_place(conn: &mut Conn, id: &InvitationId, now: Instant) -> Result<bool> {
    let done = sqlx::query(
        "UPDATE invitation SET taken = taken + 1
         WHERE id = $1 AND taken < places AND ended_at IS NULL AND expires_at > $2",
    )
    .bind(id)
    .bind(now)
    .execute(conn)
    .await?;
    Ok(done.rows_affected() == 1)
}

pub async fn end(conn: &mut Conn, id: &InvitationId, now: Instant) -> Result<()> {
    sqlx::query("UPDATE invitation SET ended_at = $1 WHERE id = $2 AND ended_at IS NULL")
        .bind(now)
        .bind(id)
        .execute(conn)
        .await?;
    Ok(())
}

/// Ends the invitations that a new installation printed, once there is an operator; not those
/// that somebody has made for somebody.
pub async fn end_unnamed_operators(conn: &mut Conn, now: Instant) -> Result<()> {
    sqlx::query(
        "UPDATE invitation SET ended_at = $1
         WHERE consortium_id IS NULL AND role = 'operator' AND name = '' AND created_by IS NULL AND ended_at IS NULL",
    )
    .bind(now)
    .execute(conn)
    .await?;
    Ok(())
}

/// Lets a person run the installation.
pub async fn make_operator(conn: &mut Conn, person: &PersonId, now: Instant) -> Result<()> {
    sqlx::query("UPDATE person SET operator_since = COALESCE(operator_since, $1) WHERE id = $2")
        .bind(now)
        .bind(person)
        .execute(conn)
        .await?;
    Ok(())
}

/// Gives the newest lines of a Verbund's trail.
pub async fn trail(conn: &mut Conn, consortium: &ConsortiumId, limit: i64) -> Result<Vec<Line>> {
    Ok(sqlx::query_as(
        "SELECT a.at, a.act, a.subject, a.detail, COALESCE(p.name, '') AS who
         FROM audit a LEFT JOIN person p ON p.id = a.person_id
         WHERE a.consortium_id = $1 ORDER BY a.at DESC, a.id DESC LIMIT $2",
    )
    .bind(consortium)
    .bind(limit)
    .fetch_all(conn)
    .await?)
}
