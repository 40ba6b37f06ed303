//! How the list of all posts of a Verbund is gathered.
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::consortium::ConsortiumId;
use crate::institution::InstitutionId;
use crate::member::PersonId;
use crate::post::{Post, PostId};

/// Names for each post the houses of its newest version.
pub async fn bylines(conn: &mut Conn, consortium: &ConsortiumId) -> Result<Vec<(PostId, InstitutionId)>> {
    Ok(sqlx::query_as(
        "SELECT p.id, h.institution_id FROM post p JOIN revision_house h ON h.revision_id = p.head_revision_id
         WHERE p.consortium_id = $1",
    )
    .bind(consortium)
    .fetch_all(conn)
    .await?)
}

/// Names for each post the topic of its newest version.
pub async fn topics(conn: &mut Conn, consortium: &ConsortiumId) -> Result<Vec<(PostId, String)>> {
    Ok(sqlx::query_as(
        "SELECT p.id, r.topic_id FROM post p JOIN revision r ON r.id = p.head_revision_id
         WHERE p.consortium_id = $1 AND r.topic_id IS NOT NULL",
    )
    .bind(consortium)
    .fetch_all(conn)
    .await?)
}

/// Finds a post that a person has begun and never written into.
pub async fn untouched(
    conn: &mut Conn,
    consortium: &ConsortiumId,
    person: &PersonId,
) -> Result<Option<Post>> {
    Ok(sqlx::query_as(
        "SELECT * FROM post WHERE consortium_id = $1 AND created_by = $2 AND head_revision_id IS NULL
           AND archived_at IS NULL AND NOT EXISTS (SELECT 1 FROM message m WHERE m.post_id = post.id)
         ORDER BY number DESC LIMIT 1",
    )
    .bind(consortium)
    .bind(person)
    .fetch_optional(conn)
    .await?)
}
