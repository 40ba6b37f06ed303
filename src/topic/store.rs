//! How topics are remembered.
use super::{Topic, TopicId};
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::consortium::ConsortiumId;

/// Writes a new topic; a slug that the Verbund has already fails.
pub async fn insert(conn: &mut Conn, it: &Topic) -> Result<()> {
    sqlx::query(
        "INSERT INTO topic (id, consortium_id, slug, title, intro, created_at, ended_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(&it.id)
    .bind(&it.consortium_id)
    .bind(&it.slug)
    .bind(&it.title)
    .bind(&it.intro)
    .bind(it.created_at)
    .bind(it.ended_at)
    .execute(conn)
    .await?;
    Ok(())
}

/// Words a topic anew; its slug stays, so that links to it hold.
pub async fn rename(conn: &mut Conn, id: &TopicId, title: &str, intro: &str) -> Result<()> {
    sqlx::query("UPDATE topic SET title = $1, intro = $2 WHERE id = $3")
        .bind(title)
        .bind(intro)
        .bind(id)
        .execute(conn)
        .await?;
    Ok(())
}

/// Ends a topic, or opens it again where there is no instant.
pub async fn end(conn: &mut Conn, id: &TopicId, at: Option<Instant>) -> Result<()> {
    sqlx::query("UPDATE topic SET ended_at = $1 WHERE id = $2").bind(at).bind(id).execute(conn).await?;
    Ok(())
}

/// Gives all topics of a Verbund, the newest first.
pub async fn of_consortium(conn: &mut Conn, consortium: &ConsortiumId) -> Result<Vec<Topic>> {
    Ok(sqlx::query_as("SELECT * FROM topic WHERE consortium_id = $1 ORDER BY created_at DESC, title, id")
        .bind(consortium)
        .fetch_all(conn)
        .await?)
}

/// Finds a topic of a Verbund; one of another Verbund is not found.
pub async fn by_id(conn: &mut Conn, consortium: &ConsortiumId, id: &TopicId) -> Result<Topic> {
    Ok(sqlx::query_as("SELECT * FROM topic WHERE consortium_id = $1 AND id = $2")
        .bind(consortium)
        .bind(id)
        .fetch_one(conn)
        .await?)
}

/// Finds a topic of a Verbund by its name in addresses.
pub async fn by_slug(conn: &mut Conn, consortium: &ConsortiumId, slug: &str) -> Result<Topic> {
    Ok(sqlx::query_as("SELECT * FROM topic WHERE consortium_id = $1 AND slug = $2")
        .bind(consortium)
        .bind(slug)
        .fetch_one(conn)
        .await?)
}
