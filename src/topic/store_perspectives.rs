//! Which houses have written about which topic.
use super::TopicId;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::consortium::ConsortiumId;
use crate::institution::InstitutionId;

/// One house's part in a post about a topic, as the newest text of the post says.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Perspective {
    pub topic_id: TopicId,
    pub institution_id: InstitutionId,
    pub number: i64,
    pub title: String,
    /// 1 when everybody sees the post, 0 while it is in progress.
    pub is_public: i64,
}

/// Gives the perspectives on all topics of a Verbund, the newest posts first. What was archived
/// before it was ever public is nobody's perspective.
pub async fn of_consortium(
    conn: &mut Conn,
    consortium: &ConsortiumId,
    now: Instant,
) -> Result<Vec<Perspective>> {
    Ok(sqlx::query_as(
        "SELECT r.topic_id, rh.institution_id, p.number, p.title,
           CAST(CASE WHEN p.hidden_at IS NULL AND (p.live_revision_id IS NOT NULL OR p.opens_at <= $2)
             THEN 1 ELSE 0 END AS BIGINT) AS is_public
         FROM post p JOIN revision r ON r.id = p.head_revision_id
         JOIN revision_house rh ON rh.revision_id = r.id
         WHERE p.consortium_id = $1 AND r.topic_id IS NOT NULL
           AND (p.archived_at IS NULL OR p.live_revision_id IS NOT NULL)
         ORDER BY p.number DESC, rh.institution_id",
    )
    .bind(consortium)
    .bind(now)
    .fetch_all(conn)
    .await?)
}
