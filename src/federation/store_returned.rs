//! Whose the things are that came back to us, so that only they change them or take them back.
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::consortium::ConsortiumId;
use crate::post::PostId;

/// A thing that came back, as it lies in the database.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Returned {
    pub id: String,
    pub consortium_id: ConsortiumId,
    pub actor: String,
    pub kind: String,
    pub post_id: Option<PostId>,
    pub at: Instant,
}

/// Writes down a thing that came back; the same again changes nothing.
pub async fn remember(conn: &mut Conn, it: &Returned) -> Result<()> {
    sqlx::query(
        "INSERT INTO remote_object (id, consortium_id, actor, kind, post_id, at)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id, consortium_id) DO NOTHING",
    )
    .bind(&it.id)
    .bind(&it.consortium_id)
    .bind(&it.actor)
    .bind(&it.kind)
    .bind(&it.post_id)
    .bind(it.at)
    .execute(conn)
    .await?;
    Ok(())
}

/// Gives what is known of a thing: one for each Verbund that it concerns.
pub async fn by_id(conn: &mut Conn, id: &str) -> Result<Vec<Returned>> {
    Ok(sqlx::query_as("SELECT * FROM remote_object WHERE id = $1 ORDER BY consortium_id")
        .bind(id)
        .fetch_all(conn)
        .await?)
}

/// Gives everything of an actor that came back and was not taken back.
pub async fn of_actor(conn: &mut Conn, actor: &str, limit: i64) -> Result<Vec<Returned>> {
    Ok(sqlx::query_as("SELECT * FROM remote_object WHERE actor = $1 ORDER BY at, id LIMIT $2")
        .bind(actor)
        .bind(limit)
        .fetch_all(conn)
        .await?)
}

/// Forgets a thing that was taken back.
pub async fn forget(conn: &mut Conn, consortium: &ConsortiumId, id: &str) -> Result<()> {
    sqlx::query("DELETE FROM remote_object WHERE consortium_id = $1 AND id = $2")
        .bind(consortium)
        .bind(id)
        .execute(conn)
        .await?;
    Ok(())
}
