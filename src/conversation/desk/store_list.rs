//! How the lists of the Eingang are read.
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::consortium::ConsortiumId;
use crate::conversation::{Conversation, OURS};

/// A conversation with what a list says of it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Row {
    #[sqlx(flatten)]
    pub it: Conversation,
    /// What they said last, and who.
    pub said: Option<String>,
    pub said_by: Option<String>,
    pub said_handle: Option<String>,
    pub channel_name: Option<String>,
    pub post_title: Option<String>,
}

/// How many conversations a list shows at most.
pub const MOST: i64 = 300;

/// Gives the open conversations of a Verbund, by the time until which they are to be answered.
pub async fn open(conn: &mut Conn, consortium: &ConsortiumId) -> Result<Vec<Row>> {
    let mut rows: Vec<Row> = sqlx::query_as(
        "SELECT c.*, u.text AS said, u.author_name AS said_by, u.author_handle AS said_handle,
                k.name AS channel_name, p.title AS post_title
         FROM conversation c
         LEFT JOIN utterance u ON u.id = (SELECT n.id FROM utterance n WHERE n.conversation_id = c.id AND n.kind <> $2
              ORDER BY n.at DESC, n.taken_at DESC, n.id DESC LIMIT 1)
         LEFT JOIN channel k ON k.id = c.channel_id
         LEFT JOIN post p ON p.id = c.post_id
         WHERE c.consortium_id = $1 AND c.closed_at IS NULL AND c.joined_to IS NULL
         ORDER BY COALESCE(c.due_at, 9000000000000000), c.number LIMIT $3",
    )
    .bind(consortium)
    .bind(OURS)
    .bind(MOST)
    .fetch_all(conn)
    .await?;
    rows.sort_by_key(|row| (row.it.due_at.is_none(), row.it.due_at, row.it.number));
    Ok(rows)
}

/// Gives the conversations that were closed last.
pub async fn closed(conn: &mut Conn, consortium: &ConsortiumId) -> Result<Vec<Row>> {
    Ok(sqlx::query_as(
        "SELECT c.*, u.text AS said, u.author_name AS said_by, u.author_handle AS said_handle,
                k.name AS channel_name, p.title AS post_title
         FROM conversation c
         LEFT JOIN utterance u ON u.id = (SELECT n.id FROM utterance n WHERE n.conversation_id = c.id AND n.kind <> $2
              ORDER BY n.at DESC, n.taken_at DESC, n.id DESC LIMIT 1)
         LEFT JOIN channel k ON k.id = c.channel_id
         LEFT JOIN post p ON p.id = c.post_id
         WHERE c.consortium_id = $1 AND c.closed_at IS NOT NULL AND c.joined_to IS NULL
         ORDER BY c.closed_at DESC, c.number DESC LIMIT $3",
    )
    .bind(consortium)
    .bind(OURS)
    .bind(MOST)
    .fetch_all(conn)
    .await?)
}

/// Counts likes and shares of a post in all networks: how many, never who.
pub async fn liked(conn: &mut Conn, post: &crate::post::PostId) -> Result<(i64, i64)> {
    let rows: Vec<(String, i64)> =
        sqlx::query_as("SELECT kind, COUNT(*) FROM trace WHERE post_id = $1 GROUP BY kind")
            .bind(post)
            .fetch_all(conn)
            .await?;
    let of = |kind: &str| rows.iter().find(|(known, _)| known == kind).map_or(0, |(_, n)| *n);
    Ok((of("like"), of("share")))
}
