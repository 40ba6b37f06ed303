//! How posts are remembered, as lists need them.
use super::{Post, PostId};
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::consortium::ConsortiumId;
use crate::institution::InstitutionId;
use crate::member::PersonId;

/// Writes a new, empty post under the next number of its Verbund.
pub async fn create(
    conn: &mut Conn,
    consortium: &ConsortiumId,
    by: Option<&PersonId>,
    now: Instant,
) -> Result<Post> {
    let (number,): (i64,) = sqlx::query_as(
        "UPDATE consortium SET last_number = last_number + 1 WHERE id = $1 RETURNING last_number",
    )
    .bind(consortium)
    .fetch_one(&mut *conn)
    .await?;
    Ok(sqlx::query_as(
        "INSERT INTO post (id, consortium_id, number, created_by, created_at, changed_at)
         VALUES ($1, $2, $3, $4, $5, $5) RETURNING *",
    )
    .bind(PostId::new())
    .bind(consortium)
    .bind(number)
    .bind(by)
    .bind(now)
    .fetch_one(conn)
    .await?)
}

/// Finds a post of a Verbund by its number.
pub async fn by_number(conn: &mut Conn, consortium: &ConsortiumId, number: i64) -> Result<Post> {
    Ok(sqlx::query_as("SELECT * FROM post WHERE consortium_id = $1 AND number = $2")
        .bind(consortium)
        .bind(number)
        .fetch_one(conn)
        .await?)
}

pub async fn by_id(conn: &mut Conn, id: &PostId) -> Result<Post> {
    Ok(sqlx::query_as("SELECT * FROM post WHERE id = $1").bind(id).fetch_one(conn).await?)
}

/// Gives the posts of a Verbund that were changed last.
pub async fn latest(conn: &mut Conn, consortium: &ConsortiumId, limit: i64) -> Result<Vec<Post>> {
    Ok(sqlx::query_as(
        "SELECT * FROM post WHERE consortium_id = $1 ORDER BY changed_at DESC, number DESC LIMIT $2",
    )
    .bind(consortium)
    .bind(limit)
    .fetch_all(conn)
    .await?)
}

/// Gives the posts whose time, or whose first public day, lies in a span of time.
pub async fn between(
    conn: &mut Conn,
    consortium: &ConsortiumId,
    from: Instant,
    until: Instant,
) -> Result<Vec<Post>> {
    Ok(sqlx::query_as(
        "SELECT * FROM post WHERE consortium_id = $1 AND archived_at IS NULL
           AND COALESCE(first_public_at, opens_at, due_at) >= $2
           AND COALESCE(first_public_at, opens_at, due_at) < $3
         ORDER BY COALESCE(first_public_at, opens_at, due_at), number",
    )
    .bind(consortium)
    .bind(from)
    .bind(until)
    .fetch_all(conn)
    .await?)
}

/// Gives for each house when it was last asked to sign something off.
pub async fn last_asked(conn: &mut Conn, consortium: &ConsortiumId) -> Result<Vec<(InstitutionId, Instant)>> {
    Ok(sqlx::query_as(
        "SELECT institution_id, MAX(asked_at) FROM ask
         WHERE consortium_id = $1 AND institution_id IS NOT NULL GROUP BY institution_id",
    )
    .bind(consortium)
    .fetch_all(conn)
    .await?)
}

/// Gives the posts that wait for one of these houses, as asked, the most urgent first.
pub async fn open_asks(
    conn: &mut Conn,
    consortium: &ConsortiumId,
) -> Result<Vec<(PostId, InstitutionId, Instant)>> {
    Ok(sqlx::query_as(
        "SELECT post_id, institution_id, until_at FROM ask
         WHERE consortium_id = $1 AND ended_at IS NULL AND institution_id IS NOT NULL ORDER BY until_at, id",
    )
    .bind(consortium)
    .fetch_all(conn)
    .await?)
}
